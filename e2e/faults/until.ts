/** Asks again and again until it is so. Throws with this sentence when it is not within the time. */
export async function until(isSo: () => Promise<boolean>, sentence: string, timeoutMs = 20_000): Promise<void> {
  const end = performance.now() + timeoutMs
  while (!await isSo()) {
    if (performance.now() > end) throw new Error(sentence)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}
