import { describe, expect, it } from 'vitest'
import { readTar } from './readTar.ts'

/** A ustar archive of these entries, as `tar` would write it. */
function archive(entries: { path: string; body?: string; kind?: string; prefix?: string }[]): Uint8Array {
  const encoder = new TextEncoder()
  const blocks: Uint8Array[] = []
  for (const { path, body = '', kind = '0', prefix = '' } of entries) {
    const header = new Uint8Array(512)
    const put = (text: string, at: number): void => header.set(encoder.encode(text), at)
    put(path, 0)
    put(`${body.length.toString(8).padStart(11, '0')}\0`, 124)
    put(kind, 156)
    put(prefix, 345)
    const content = new Uint8Array(Math.ceil(body.length / 512) * 512)
    content.set(encoder.encode(body))
    blocks.push(header, content)
  }
  blocks.push(new Uint8Array(1024))
  return Uint8Array.from(blocks.flatMap(block => [...block]))
}

describe('readTar', () => {
  it('gives the regular files with their bytes, and leaves folders out', () => {
    const long = 'x'.repeat(700)
    const files = readTar(
      archive([{ path: './lib/', kind: '5' }, { path: './lib/libnss3.so', body: long }, { path: 'b', body: 'two' }]),
    )
    expect(files.map(file => [file.path, new TextDecoder().decode(file.bytes)])).toEqual([['lib/libnss3.so', long], ['b', 'two']])
  })

  it('joins a prefix and a name', () => {
    expect(readTar(archive([{ path: 'libnspr4.so', prefix: 'deep/lib', body: 'n' }]))[0]?.path).toBe('deep/lib/libnspr4.so')
  })

  it('gives nothing for an archive that is empty or cut off', () => {
    expect(readTar(new Uint8Array())).toEqual([])
    expect(readTar(new Uint8Array(100))).toEqual([])
  })
})
