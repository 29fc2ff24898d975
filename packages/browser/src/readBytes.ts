/**
 * A response's body, as far as it may go: what a small file unpacks to is counted while it comes.
 *
 * @param most bytes; the stream is given up at the first one more
 * @param onPart told of each part as it comes
 * @throws Error `too-large`
 */
export async function readBytes(response: Response, most: number, onPart?: () => void): Promise<Uint8Array> {
  const reader = response.body!.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    onPart?.()
    length += value!.length
    if (length > most) {
      void reader.cancel().catch(() => {})
      throw new Error('too-large')
    }
    chunks.push(value!)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
