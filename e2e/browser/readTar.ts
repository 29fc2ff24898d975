/** One regular file of a tar archive. */
export interface TarEntry {
  /** Path inside the archive, without a leading `./`. */
  path: string
  bytes: Uint8Array
}

const block = 512

/**
 * The regular files of a ustar archive; folders and links are left out.
 * Enough for the library archives packed with `@sparticuz/chromium`; no long-name extensions.
 */
export function readTar(archive: Uint8Array): TarEntry[] {
  const decoder = new TextDecoder()
  const field = (
    from: number, length: number,
  ): string => decoder.decode(archive.subarray(from, from + length)).replace(/\0.*$/s, '').trim()
  const entries: TarEntry[] = []
  let at = 0
  while (at + block <= archive.length) {
    const name = field(at, 100)
    if (name === '') break // two empty blocks end an archive
    const size = Number.parseInt(field(at + 124, 12) || '0', 8)
    const kind = field(at + 156, 1)
    const prefix = field(at + 345, 155)
    const path = `${prefix === '' ? '' : `${prefix}/`}${name}`.replace(/^\.\//, '')
    at += block
    if (kind === '' || kind === '0') entries.push({ path, bytes: archive.subarray(at, at + size) })
    at += Math.ceil(size / block) * block
  }
  return entries
}
