import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { crc32 } from './crc32.ts'
import { decodeModel } from './decodeModel.ts'
import { encodeModel } from './encodeModel.ts'
import { HEADER_BYTES } from './format.ts'
import type { Model } from './model.ts'
import { ModelError } from './modelError.ts'
import type { ModelParts } from './modelParts.ts'
import { wellFormed } from './stringTable.ts'
import { randomParts, someParams } from './testing/randomParts.ts'

vi.setConfig({ testTimeout: 60_000 })

const day = 864e5

/** What the reader gives back, as the writer would take it: the inverse of `encodeModel`. */
function partsOf(model: Model): ModelParts {
  const indices = Array.from({ length: model.size }, (_, index) => index)
  return {
    asOf: model.asOf,
    ...(model.currency === undefined ? {} : { currency: model.currency }),
    params: model.params,
    items: indices.map(index => {
      const { isNew: _isNew, currency: _currency, ...item } = model.product(index)
      return item
    }),
    boughtWith: indices.map(index => model.boughtWith(index)),
    similar: indices.map(index => model.similar(index)),
    popular: [...model.popular],
    popularKnown: model.popularKnown,
    newest: [...model.newest],
    reorder: indices.map(index => model.reorder(index)),
  }
}

function repaired(bytes: Uint8Array): Uint8Array {
  new DataView(bytes.buffer).setUint32(bytes.length - 4, crc32(bytes.subarray(0, bytes.length - 4)), true)
  return bytes
}

/** Touches everything a reader can be asked, as a page would. */
function readAll(model: Model): void {
  for (let index = 0; index < model.size; index++) {
    model.product(index)
    model.twins(index)
    model.group(index)
    model.reorder(index)
    for (const neighbour of [...model.boughtWith(index), ...model.similar(index)]) {
      expect(neighbour.index).toBeGreaterThanOrEqual(0)
      expect(neighbour.index).toBeLessThan(model.size)
      expect(neighbour.weight).toBeGreaterThan(0)
      expect(neighbour.weight).toBeLessThanOrEqual(1)
    }
    model.popularRank(index)
    model.indexOf(model.itemId(index))
  }
}

/** A model of `size` items with every kind of field: what mutations are made of. */
function sample(size: number): ModelParts {
  const indices = Array.from({ length: size }, (_, index) => index)
  const row = (index: number, reach: number) => Array.from({ length: reach }, (_, k) => (
    { index: (index + 1 + k * k) % size, weight: 0.9 / (k + 1), oneIn: 2 + k }
  )).filter((edge, k, all) => edge.index !== index && all.findIndex(other => other.index === edge.index) === k)
  return {
    asOf: 15317 * day + 1,
    currency: 'GBP',
    params: someParams,
    items: indices.map(index => ({
      itemId: `A${String(index).padStart(4, '0')}`, groupId: `G${index >> 1}`, title: `Ros\u00e9 mug number ${index} \u{1f33f}`, available: index % 3 > 0,
      price: index + 0.25, priceAt: 15300 * day, firstSoldAt: (15200 + index) * day, url: `/p/A${String(index).padStart(4, '0')}.html`,
      kind: `kind ${index % 5}`, category: 'Tea & Table', motif: `motif ${index % 4}`, colour: 'red',
    })),
    boughtWith: indices.map(index => row(index, 8)),
    similar: indices.map(index => row(index, 4)),
    popular: [...indices].reverse(),
    popularKnown: size >> 1,
    newest: indices.slice(size - 3),
    reorder: indices.map(index => index % 2 ? { gapDays: index + 1, againShare: 0.25 } : undefined),
  }
}

describe('model file', () => {
  it('gives back what was written, but for what the format rounds', () => {
    fc.assert(fc.property(randomParts, parts => {
      const model = decodeModel(encodeModel(parts))
      expect(model.size).toBe(parts.items.length)
      expect(model.asOf).toBe(parts.asOf)
      expect(model.currency).toBe(parts.currency)
      expect(model.params).toEqual(parts.params)
      expect([...model.popular]).toEqual(parts.popular)
      expect([...model.newest]).toEqual(parts.newest)
      parts.items.forEach((item, index) => {
        expect(model.indexOf(item.itemId)).toBe(index)
        const { isNew: _isNew, currency: _currency, ...read } = model.product(index)
        const written = { ...item, title: wellFormed(item.title) }
        for (const field of ['category', 'kind', 'motif', 'colour'] as const) {
          if (written[field] !== undefined) written[field] = wellFormed(written[field])
        }
        expect(read).toEqual(written)
        expect(model.available(index)).toBe(item.available)
        expect(model.popularRank(index)).toBe(parts.popular.indexOf(index))
        expect(new Set(model.boughtWith(index).map(edge => edge.index))).toEqual(new Set(parts.boughtWith[index]!.map(edge => edge.index)))
        const twins = parts.items.flatMap((other, place) => other.groupId === item.groupId ? [place] : [])
        expect(model.twins(index)).toEqual(twins)
        const [again, written2] = [model.reorder(index), parts.reorder[index]]
        expect(again?.againShare).toBe(written2?.againShare)
        if (again && written2) expect(Math.abs(Math.log(again.gapDays / written2.gapDays))).toBeLessThan(0.08)
      })
    }), { numRuns: 100 })
  })

  it('writes the same bytes for what it has read', () => {
    fc.assert(fc.property(randomParts, parts => {
      const once = decodeModel(encodeModel(parts))
      const twice = decodeModel(encodeModel(partsOf(once)))
      expect(partsOf(twice).items).toEqual(partsOf(once).items)
      expect(encodeModel(parts)).toEqual(encodeModel(structuredClone(parts)))
    }), { numRuns: 50 })
  })

  it('keeps weights within half a level, strongest first, and never overstates "1 in n"', () => {
    const model = decodeModel(encodeModel(sample(60)))
    for (let index = 0; index < 60; index++) {
      const written = new Map(sample(60).boughtWith[index]!.map(edge => [edge.index, edge]))
      let before = 2
      for (const edge of model.boughtWith(index)) {
        expect(edge.weight).toBeLessThanOrEqual(before)
        before = edge.weight
        expect(Math.abs(Math.log(edge.weight / written.get(edge.index)!.weight))).toBeLessThan(0.35)
        expect(edge.oneIn).toBeGreaterThanOrEqual(written.get(edge.index)!.oneIn!)
      }
    }
  })

  it('knows no id that is not in the catalogue', () => {
    const model = decodeModel(encodeModel(sample(10)))
    for (const id of ['', 'A', 'A0009x', 'Z', '__proto__', 'constructor', 'A0003 ']) expect(model.indexOf(id)).toBe(-1)
  })

  it('calls new what was first sold within the days before the newest row', () => {
    const parts = sample(150)
    const model = decodeModel(encodeModel(parts))
    expect(model.product(149).isNew).toBe(true)
    expect(model.product(72).isNew).toBe(true)
    expect(model.product(71).isNew).toBe(false)
  })

  it('drops links with a scheme that is not http', () => {
    const parts = sample(4)
    const bad = ['javascript:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x']
    const model = decodeModel(encodeModel({ ...parts, items: parts.items.map((item, i) => ({ ...item, url: bad[i]!, imageUrl: bad[i]! })) }))
    for (let index = 0; index < 4; index++) {
      expect(model.product(index).url).toBeUndefined()
      expect(model.product(index).imageUrl).toBeUndefined()
    }
  })

  it('reads a view that does not start at a multiple of four', () => {
    const bytes = encodeModel(sample(5))
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    expect(decodeModel(shifted.subarray(3)).product(4).title).toBe(decodeModel(bytes).product(4).title)
  })
})

describe('hostile model file', () => {
  const whole = encodeModel(sample(40))

  it('is refused when cut at any byte', () => {
    for (let length = 0; length < whole.length; length++) expect(() => decodeModel(whole.slice(0, length))).toThrow(ModelError)
  })

  it('is refused when cut at any byte and its length and checksum were put right', () => {
    for (let length = 160; length < whole.length; length++) {
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
    expect(codeOf(view => view.setUint8(4, 2))).toBe('version')
    expect(codeOf(view => view.setUint8(8, 1))).toBe('length')
    expect(codeOf(view => view.setUint8(400, view.getUint8(400) ^ 1))).toBe('checksum')
    expect(codeOf(() => {})).toBe('read')
  })

  it('claims four thousand million items in twelve bytes and gets nothing', () => {
    const bytes = Uint8Array.from([0x53, 0x48, 0x4f, 0x50, ...Array<number>(8).fill(255)])
    expect(() => decodeModel(bytes)).toThrow(ModelError)
  })

  it('is read whole or refused with ModelError under 10,000 mutations, half of them with the checksum put right', () => {
    const random = seeded(7)
    let read = 0
    for (let run = 0; run < 10000; run++) {
      const bytes = whole.slice()
      const changes = 1 + Math.floor(random() * 4)
      for (let i = 0; i < changes; i++) {
        const nearHeader = random() < 0.3
        const at = Math.floor(random() * (nearHeader ? 160 : bytes.length))
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
    expect(read).toBeGreaterThan(250)
  })

  it('is refused when a number of its first section is not one, negative, or a share above 1', () => {
    for (const [place, value] of [[0, 1.01], [1, NaN], [2, -1], [4, Infinity], [5, -1], [7, 1], [7, 20.5], [10, NaN], [17, -0.001]] as const) {
      const bytes = whole.slice()
      new DataView(bytes.buffer).setFloat64(HEADER_BYTES + place * 8, value, true)
      expect(() => decodeModel(repaired(bytes)), `${place}: ${value}`).toThrow(ModelError)
    }
  })

  it('is refused when its currency is no code, for Intl would throw on it', () => {
    const bytes = whole.slice()
    bytes.set(new TextEncoder().encode('gbp'), new TextDecoder('latin1').decode(bytes).indexOf('GBP'))
    expect(() => decodeModel(repaired(bytes))).toThrow(ModelError)
  })

  it('is refused when a string begins with half a character', () => {
    const bytes = encodeModel({ ...sample(2), boughtWith: [[], []], similar: [[], []], items: ['\u{1f33f}', '\u{1f340}'].map(itemId => ({ itemId, groupId: itemId, title: '', available: true })), newest: [] })
    const lengths = bytes.findIndex((byte, at) => at > HEADER_BYTES && byte === 2 && bytes[at + 1] === 2)
    bytes.set([1, 3], lengths)
    expect(() => decodeModel(repaired(bytes))).toThrow(ModelError)
  })
})

describe('memory', () => {
  it('stays within twice the file, as counted in the arrays and text that the reader makes', () => {
    const bytes = encodeModel(sample(3000))
    // Made beside the file: text (2 bytes a character at worst), its offsets, ranks, two offsets per row of either relation.
    const size = 3000
    const strings = 2 * size + 1500 + 11
    const text = new DataView(bytes.buffer).getUint32(20, true)
    const made = 2 * text + 4 * strings + 4 * size + 2 * 8 * size
    const heap = measured(() => decodeModel(bytes))
    expect(made).toBeLessThan(2 * bytes.length)
    expect(heap).toBeLessThan(2 * bytes.length + 100_000)
  })
})

/** Array buffer bytes that `make` keeps beside what was there. */
function measured(make: () => unknown): number {
  const before = usage()
  const kept = make()
  const after = usage()
  return kept === undefined ? 0 : after - before
}

function usage(): number {
  const { process } = globalThis as unknown as { process: { memoryUsage(): { arrayBuffers: number } } }
  return process.memoryUsage().arrayBuffers
}

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
