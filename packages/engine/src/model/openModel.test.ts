import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeModel } from './openModel.ts'
import { encodeModel } from './encodeModel.ts'
import { RELATIONS } from './format.ts'
import type { Model, Neighbour } from './model.ts'
import type { ModelParts, MutualParts } from './modelParts.ts'
import { wellFormed } from './stringTable.ts'
import { randomParts } from './testing/randomParts.ts'
import { rowOf } from './rowOf.ts'
import { sampleParts } from './testing/sampleParts.ts'

/** What the reader gives back, as the writer would take it: the inverse of `encodeModel`. */
function partsOf(model: Model): ModelParts {
  const indices = Array.from({ length: model.size }, (_, index) => index)
  const rows = (name: typeof RELATIONS[number]): Neighbour[][] => indices.map(index => rowOf(model[name], index))
  return {
    asOf: model.asOf,
    ...(model.currency === undefined ? {} : { currency: model.currency }),
    params: model.params,
    items: indices.map(index => {
      const { isNew: _isNew, currency: _currency, ...item } = model.product(index)
      return item
    }),
    viewed: rows('viewed'), boughtWith: rows('boughtWith'), boughtAfterView: rows('boughtAfterView'), boughtAfter: rows('boughtAfter'),
    similar: rows('similar'),
    afterDays: indices.map(index => model.afterDays(index)),
    season: indices.map(index => Array.from({ length: 12 }, (_, month) => model.seasonLift(index, month))),
    popular: [...model.popular],
    popularKnown: model.popularKnown,
    newest: [...model.newest],
    trending: [...model.trending],
    reorder: indices.map(index => model.reorder(index)),
  }
}

/** Neighbours as written, of whichever way of writing a relation. */
function neighboursOf(written: NonNullable<ModelParts['viewed']>, index: number): number[] {
  if (!('mass' in written)) return written[index]!.map(edge => edge.index)
  return [...written.a.keys()].flatMap(pair =>
    written.a[pair] === index ? [written.b[pair]!] : written.b[pair] === index ? [written.a[pair]!] : [])
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
      expect(model.popularKnown).toBe(parts.popularKnown)
      expect([...model.newest]).toEqual(parts.newest)
      expect([...model.trending]).toEqual(parts.trending ?? [])
      parts.items.forEach((item, index) => {
        expect(model.indexOf(item.itemId)).toBe(index)
        const { isNew: _isNew, currency: _currency, ...read } = model.product(index)
        const written = { ...item, title: wellFormed(item.title) || item.itemId }
        for (const field of ['category', 'kind', 'motif', 'colour', 'brand'] as const) {
          if (written[field] !== undefined) written[field] = wellFormed(written[field])
        }
        if (written.labels) written.labels = written.labels.map(wellFormed)
        expect(read).toEqual(written)
        expect(model.available(index)).toBe(item.available)
        expect(model.market(index)).toBe(item.market === undefined ? 0 : model.marketOf(item.market.toLowerCase()))
        expect(model.popularRank(index)).toBe(parts.popular.indexOf(index))
        for (const name of RELATIONS) {
          const relation = parts[name]
          const row = rowOf(model[name], index)
          expect(row.map(edge => edge.index).sort(byNumber)).toEqual((relation ? neighboursOf(relation, index) : []).sort(byNumber))
          expect(row.every(({ weight }) => weight > 0 && weight <= 1)).toBe(true)
        }
        expect(model.afterDays(index)).toBe(parts.afterDays?.[index] ?? 0)
        const months = Array.from({ length: 12 }, (_, month) => month)
        expect(months.map(month => model.seasonLift(index, month))).toEqual(months.map(month => parts.season?.[index]?.[month] ?? 1))
        const twins = parts.items.flatMap((other, place) => other.groupId === item.groupId ? [place] : [])
        expect(model.twins(index)).toEqual(twins)
        const [again, given] = [model.reorder(index), parts.reorder[index]]
        expect(again?.againShare).toBe(given?.againShare)
        if (again && given) expect(Math.abs(Math.log(again.gapDays / given.gapDays))).toBeLessThan(0.08)
      })
    }), { numRuns: 15 })
  })

  it('writes the same bytes for the same parts, and what it has read gives the same model again', () => {
    fc.assert(fc.property(randomParts, parts => {
      const bytes = encodeModel(parts)
      expect(encodeModel(structuredClone(parts))).toEqual(bytes)
      const once = partsOf(decodeModel(bytes))
      expect(partsOf(decodeModel(encodeModel(once))).items).toEqual(once.items)
    }), { numRuns: 12 })
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
        expect(edge.oneIn ?? 20).toBeGreaterThanOrEqual(written.get(edge.index)!.oneIn!)
      }
    }
  })

  it.each([3, 24, 25, 199])('orders a row of %i, strongest first, ties by popularity', length => {
    const parts = sampleParts(200)
    const row = Array.from({ length }, (_, place) => ({ index: 199 - place, weight: [1, 0.5, 0.1][place % 3]! }))
    const model = decodeModel(encodeModel({ ...parts, boughtWith: [row, ...parts.boughtWith.slice(1)] }))
    const expected = [...row].sort((a, b) => b.weight - a.weight || model.popularRank(a.index) - model.popularRank(b.index))
    expect(rowOf(model.boughtWith, 0).map(edge => edge.index)).toEqual(expected.map(edge => edge.index))
  })

  it('tells a price without a product', () => {
    const model = decodeModel(encodeModel(sampleParts(10)))
    for (let index = 0; index < 10; index++) expect(model.price(index)).toBe(model.product(index).price)
    const { price: _, ...free } = sampleParts(1).items[0]!
    expect(decodeModel(encodeModel({ ...sampleParts(1), items: [free], newest: [], trending: [] })).price(0)).toBeUndefined()
  })

  it('finds every id, the first ones asked for and all after them, though ids are parts of each other', () => {
    const sample = sampleParts(60)
    const ids = sample.items.map((_, index) => '1'.repeat(1 + index % 8) + '2'.repeat(Math.floor(index / 8)))
    const model = decodeModel(encodeModel({ ...sample, items: sample.items.map((item, index) => ({ ...item, itemId: ids[index]! })) }))
    for (const order of [ids.map((_, index) => 59 - index), ids.map((_, index) => index)]) {
      for (const index of order) expect(model.indexOf(ids[index]!)).toBe(index)
    }
    for (const id of ['', '2', '1'.repeat(9)]) expect(model.indexOf(id)).toBe(-1)
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

describe('weights', () => {
  it('of pairs come back within a level of strength and the steps of mass, each way its own', () => {
    const parts = sampleParts(60)
    const { a, b, strength, mass, outPower, inPower } = parts.viewed as MutualParts
    const model = decodeModel(encodeModel(parts))
    const weight = (pair: number, from: number, to: number): number => strength[pair]! * mass[from]! ** outPower * mass[to]! ** inPower
    for (const pair of a.keys()) {
      for (const [from, to] of [[a[pair]!, b[pair]!], [b[pair]!, a[pair]!]] as const) {
        const read = rowOf(model.viewed, from).find(edge => edge.index === to)!.weight
        expect(Math.abs(Math.log(read / weight(pair, from, to)))).toBeLessThan(0.35)
      }
    }
  })

  it('say "1 in n" for the three strongest of a row alone', () => {
    const model = decodeModel(encodeModel(sampleParts(60)))
    for (let index = 0; index < 60; index++) {
      const said = rowOf(model.boughtWith, index).map(edge => edge.oneIn !== undefined)
      expect(said.filter(Boolean)).toHaveLength(3)
      expect(said[0]).toBe(true)
    }
  })
})

function byNumber(a: number, b: number): number {
  return a - b
}
