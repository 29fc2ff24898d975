import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { decodeModel } from './decodeModel.ts'
import { encodeModel } from './encodeModel.ts'
import type { Model } from './model.ts'
import type { ModelParts } from './modelParts.ts'
import { wellFormed } from './stringTable.ts'
import { randomParts } from './testing/randomParts.ts'
import { rowOf } from './rowOf.ts'
import { sampleParts } from './testing/sampleParts.ts'

vi.setConfig({ testTimeout: 60_000 })

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
    boughtWith: indices.map(index => rowOf(model.boughtWith, index)),
    similar: indices.map(index => rowOf(model.similar, index)),
    popular: [...model.popular],
    popularKnown: model.popularKnown,
    newest: [...model.newest],
    reorder: indices.map(index => model.reorder(index)),
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
        const [edges, writtenEdges] = [rowOf(model.boughtWith, index), parts.boughtWith[index]!]
        expect(new Set(edges.map(edge => edge.index))).toEqual(new Set(writtenEdges.map(edge => edge.index)))
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
    const model = decodeModel(encodeModel(sampleParts(60)))
    for (let index = 0; index < 60; index++) {
      const written = new Map(sampleParts(60).boughtWith[index]!.map(edge => [edge.index, edge]))
      let before = 2
      for (const edge of rowOf(model.boughtWith, index)) {
        expect(edge.weight).toBeLessThanOrEqual(before)
        before = edge.weight
        expect(Math.abs(Math.log(edge.weight / written.get(edge.index)!.weight))).toBeLessThan(0.35)
        expect(edge.oneIn).toBeGreaterThanOrEqual(written.get(edge.index)!.oneIn!)
      }
    }
  })

  it('knows no id that is not in the catalogue', () => {
    const model = decodeModel(encodeModel(sampleParts(10)))
    for (const id of ['', 'A', 'A0009x', 'Z', '__proto__', 'constructor', 'A0003 ']) expect(model.indexOf(id)).toBe(-1)
  })

  it('calls new what was first sold within the days before the newest row', () => {
    const parts = sampleParts(150)
    const model = decodeModel(encodeModel(parts))
    expect(model.product(149).isNew).toBe(true)
    expect(model.product(72).isNew).toBe(true)
    expect(model.product(71).isNew).toBe(false)
  })

  it('drops links with a scheme that is not http', () => {
    const parts = sampleParts(4)
    const bad = ['javascript:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x']
    const items = parts.items.map((item, i) => ({ ...item, url: bad[i]!, imageUrl: bad[i]! }))
    const model = decodeModel(encodeModel({ ...parts, items }))
    for (let index = 0; index < 4; index++) {
      expect(model.product(index).url).toBeUndefined()
      expect(model.product(index).imageUrl).toBeUndefined()
    }
  })

  it('reads a view that does not start at a multiple of four', () => {
    const bytes = encodeModel(sampleParts(5))
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    expect(decodeModel(shifted.subarray(3)).product(4).title).toBe(decodeModel(bytes).product(4).title)
  })
})

describe('memory', () => {
  it('stays within twice the file, as counted in the arrays and text that the reader makes', () => {
    const bytes = encodeModel(sampleParts(3000))
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
