import { describe, expect, it } from 'vitest'
import { checksum } from './checksum.ts'
import { decodeModel } from './openModel.ts'
import { encodeModel } from './encodeModel.ts'
import { HEADER_BYTES, PARAMS, RELATIONS } from './format.ts'
import type { Model } from './model.ts'
import { ModelError } from './modelError.ts'
import { rowOf } from './rowOf.ts'
import { sampleParts } from './testing/sampleParts.ts'

function repaired(bytes: Uint8Array): Uint8Array {
  new DataView(bytes.buffer).setUint32(bytes.length - 4, checksum(bytes.subarray(0, bytes.length - 4)), true)
  return bytes
}

/** Touches everything a reader can be asked, as a page would. */
function readAll(model: Model): void {
  for (let index = 0; index < model.size; index++) {
    model.product(index)
    model.twins(index)
    model.group(index)
    model.reorder(index)
    for (const neighbour of [...RELATIONS.flatMap(name => rowOf(model[name], index))]) {
      expect(neighbour.index).toBeGreaterThanOrEqual(0)
      expect(neighbour.index).toBeLessThan(model.size)
      expect(neighbour.weight).toBeGreaterThan(0)
      expect(neighbour.weight).toBeLessThanOrEqual(1)
    }
    model.popularRank(index)
    model.indexOf(model.itemId(index))
  }
}

describe('hostile model file', () => {
  const whole = encodeModel(sampleParts(40))

  it('is refused when cut at any byte', () => {
    for (let length = 0; length < whole.length; length++) expect(() => decodeModel(whole.slice(0, length))).toThrow(ModelError)
  })

  it('is refused when cut at any byte and its length and checksum were put right', () => {
    for (let length = HEADER_BYTES; length < whole.length; length += 3) {
      const cut = whole.slice(0, length)
      new DataView(cut.buffer).setUint32(8, length, true)
      expect(() => decodeModel(repaired(cut))).toThrow(ModelError)
    }
  })

  it('is refused by name: another file, another version, another length, another checksum', () => {
    const codeOf = (change: (view: DataView) => void): string => {
      const bytes = whole.slice()
      change(new DataView(bytes.buffer))
      try {
        decodeModel(bytes)
        return 'read'
      } catch (error) {
        return (error as ModelError).code
      }
    }
    expect(codeOf(view => view.setUint8(0, 0))).toBe('not-a-model')
    expect(codeOf(view => view.setUint8(4, 1))).toBe('version')
    expect(codeOf(view => view.setUint8(8, 1))).toBe('length')
    expect(codeOf(view => view.setUint8(400, view.getUint8(400) ^ 1))).toBe('checksum')
    expect(codeOf(() => {})).toBe('read')
  })

  it('claims four thousand million items in twelve bytes and gets nothing', () => {
    const bytes = Uint8Array.from([0x53, 0x48, 0x4f, 0x50, ...Array<number>(8).fill(255)])
    expect(() => decodeModel(bytes)).toThrow(ModelError)
  })

  it('is read whole or refused with ModelError under 600 mutations, half of them with the checksum put right', () => {
    const random = seeded(7)
    let read = 0
    for (let run = 0; run < 600; run++) {
      const bytes = whole.slice()
      const changes = 1 + Math.floor(random() * 4)
      for (let i = 0; i < changes; i++) {
        const nearHeader = random() < 0.3
        const at = Math.floor(random() * (nearHeader ? HEADER_BYTES : bytes.length))
        bytes[at] = random() < 0.3 ? [0, 1, 127, 128, 255][Math.floor(random() * 5)]! : Math.floor(random() * 256)
      }
      try {
        const model = decodeModel(run % 2 ? repaired(bytes) : bytes)
        read++
        if (run % 10 === 1) readAll(model)
      } catch (error) {
        if (!(error instanceof ModelError)) throw error
      }
    }
    // Mutated prices, weights and letters are still a model: the checks must not be so strict that nothing passes.
    expect(read).toBeGreaterThan(15)
  })

  it('is refused when a number of its first section is not one, negative, or a share above 1', () => {
    for (const [place, value] of [
      [0, 1.01], [1, NaN], [2, -1], [3, Infinity], [4, 41], [9, 0], [9, 51], [10, 0], [15, -0.001], [23, Infinity],
    ] as const) {
      const bytes = whole.slice()
      new DataView(bytes.buffer).setFloat64(HEADER_BYTES + place * 8, value, true)
      expect(() => decodeModel(repaired(bytes)), `${place}: ${value}`).toThrow(ModelError)
    }
  })

  it('is refused when a relation is neither of rows nor of pairs, or its levels have no width', () => {
    // Those of `viewed` stand behind the constants: base, step, out, in, mutual, width.
    for (const [place, value] of [[4, 2], [4, 0.5], [4, -1], [5, 0], [5, 2.5], [5, 8], [5, NaN]] as const) {
      const bytes = whole.slice()
      new DataView(bytes.buffer).setFloat64(HEADER_BYTES + (PARAMS + place) * 8, value, true)
      expect(() => decodeModel(repaired(bytes)), `${place}: ${value}`).toThrow(ModelError)
    }
  })

  it('is refused when its currency is no code, for Intl would throw on it', () => {
    const bytes = whole.slice()
    bytes.set(new TextEncoder().encode('gbp'), new TextDecoder('latin1').decode(bytes).indexOf('GBP'))
    expect(() => decodeModel(repaired(bytes))).toThrow(ModelError)
  })

  it('is refused when a string begins with half a character', () => {
    const bytes = encodeModel({
      ...sampleParts(2), boughtWith: [[], []], similar: [[], []], boughtAfter: [[], []], boughtAfterView: [[], []], viewed: [[], []],
      items: ['\u{1f33f}', '\u{1f340}'].map(itemId => ({ itemId, groupId: itemId, title: '', available: true })), newest: [],
      trending: [],
    })
    const lengths = bytes.findIndex((byte, at) => at > HEADER_BYTES && byte === 2 && bytes[at + 1] === 2)
    bytes.set([1, 3], lengths)
    expect(() => decodeModel(repaired(bytes))).toThrow(ModelError)
  })
})

/** Mulberry32: a fixed sequence in [0, 1), so that a failing run can be repeated. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = state + 0x6d2b79f5 | 0
    let mixed = Math.imul(state ^ state >>> 15, 1 | state)
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32
  }
}
