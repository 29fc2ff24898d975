import { defaultNorms } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import { loadNorms } from './loadNorms.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
/** What a folder gives for the file, and what was kept of it. */
async function loadFrom(bytes: Uint8Array | undefined, length = bytes?.length ?? 0) {
  const opened: unknown[] = []
  const norms = await loadNorms(
    { path: 'norms.0011223344556677.json', bytes: length, sha256: '' },
    async (_name, maxBytes, openFile) => {
      if (bytes === undefined || bytes.length > maxBytes) throw new Error('model-404')
      const file = openFile(bytes)
      opened.push(file)
      return file
    },
  )
  return { norms, opened: opened.length }
}

describe('loadNorms', () => {
  it('reads the file that the manifest names', async () => {
    expect(await loadFrom(encode(JSON.stringify(defaultNorms)))).toEqual({ norms: defaultNorms, opened: 1 })
  })

  it('takes nothing of a file that is cut, broken, wrong in a field, too large or missing, and keeps none of it', async () => {
    const whole = encode(JSON.stringify(defaultNorms))
    const nothing = { norms: undefined, opened: 0 }
    expect(await loadFrom(whole.subarray(0, -1), whole.length)).toEqual(nothing)
    expect(await loadFrom(encode('<html>'))).toEqual(nothing)
    expect(await loadFrom(encode(JSON.stringify({ ...defaultNorms, asOf: -1 })))).toEqual(nothing)
    expect(await loadFrom(whole, 10)).toEqual(nothing)
    expect(await loadFrom(undefined)).toEqual(nothing)
  })
})
