import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Manifest } from './manifest.ts'
import { readManifest } from './manifest.ts'

const good: Manifest = {
  format: 'shopside-model', version: 2, asOf: 1323435000000, currency: 'GBP', items: 3732, shards: 0,
  files: { model: { path: 'model.90e6cd555c3f471e.bin', bytes: 437628, sha256: 'a'.repeat(64) } },
}

describe('manifest', () => {
  it('is read as it was written, without what it does not know', () => {
    expect(readManifest(JSON.parse(JSON.stringify({ ...good, more: 1 })))).toEqual(good)
    const { currency: _currency, ...without } = good
    expect(readManifest(without)).toEqual(without)
  })

  it.each([
    [null, 'no object'], ['<html>', 'no object'], [[], 'format'], [{ ...good, format: 'x' }, 'format'],
    [{ ...good, version: 1 }, 'version'],
    [{ ...good, asOf: -1 }, 'asOf'], [{ ...good, asOf: '1' }, 'asOf'], [{ ...good, items: 1.5 }, 'items'],
    [{ ...good, shards: -1 }, 'shards'], [{ ...good, shards: undefined }, 'shards'],
    [{ ...good, currency: 'pounds' }, 'currency'],
    [{ ...good, files: null }, 'files.model.path'], [{ ...good, files: { model: null } }, 'files.model.path'],
    ...['../x.bin', 'https://elsewhere.example/m.bin', '//elsewhere.example', 'a/b', '', 'm.bin?x=1', '.hidden'].map(path =>
      [{ ...good, files: { model: { ...good.files.model, path } } }, 'files.model.path']),
    [{ ...good, files: { model: { ...good.files.model, bytes: 1e12 } } }, 'files.model.bytes'],
    [{ ...good, files: { model: { ...good.files.model, sha256: 'zz' } } }, 'files.model.sha256'],
  ] as [unknown, string][])('%# is refused with the field that is wrong', (json, reason) => {
    expect(readManifest(json)).toEqual({ reason })
  })

  it('never throws, whatever the JSON holds', () => {
    fc.assert(fc.property(fc.jsonValue(), json => {
      expect(typeof readManifest(json)).toBe('object')
      expect(typeof readManifest({ ...good, files: json })).toBe('object')
    }))
  })
})
