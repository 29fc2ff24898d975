import { describe, expect, it } from 'vitest'
import { currencyDigits } from './currencyDigits.ts'
import { decodeModel } from './openModel.ts'
import { encodeModel } from './encodeModel.ts'
import { findLinkRule, linkOf } from './linkRule.ts'
import { ModelError } from './modelError.ts'
import type { ModelParts, MutualParts } from './modelParts.ts'
import { someParams } from './testing/randomParts.ts'

function partsOf(ids: string[], more: Partial<ModelParts> = {}): ModelParts {
  return {
    asOf: 0, params: someParams, items: ids.map(itemId => ({ itemId, groupId: itemId, title: itemId, available: true })),
    boughtWith: ids.map(() => []), similar: ids.map(() => []), popular: ids.map((_, index) => index), popularKnown: 0, newest: [],
    reorder: ids.map(() => undefined), ...more,
  }
}

function pairOf(a: number, b: number): MutualParts {
  return {
    a: Uint32Array.of(a), b: Uint32Array.of(b), strength: Float64Array.of(1), mass: Float64Array.of(1, 1), outPower: -0.5,
    inPower: 0,
  }
}

describe('writer', () => {
  it('keeps the order that it is given', () => {
    const model = decodeModel(encodeModel(partsOf(['B', 'C', 'A'])))
    expect([0, 1, 2].map(model.itemId)).toEqual(['B', 'C', 'A'])
    expect(['A', 'B', 'C', 'D'].map(model.indexOf)).toEqual([2, 0, 1, -1])
  })

  it('writes a catalogue of nothing', () => expect(decodeModel(encodeModel(partsOf([]))).size).toBe(0))

  it.each([
    ['a pair that descends', partsOf(['A', 'B'], { viewed: pairOf(1, 0) })],
    ['a pair outside', partsOf(['A', 'B'], { viewed: pairOf(0, 2) })],
    ['an item that trends twice', partsOf(['A', 'B'], { trending: [0, 0] })],
    ['the same id twice', partsOf(['A', 'A'])],
    ['an empty id', partsOf([''])],
    ['half a character in an id', partsOf(['\ud83c'])],
    ['a neighbour outside', partsOf(['A', 'B'], { boughtWith: [[{ index: 2, weight: 1 }], []] })],
    ['an item as its own neighbour', partsOf(['A', 'B'], { similar: [[{ index: 0, weight: 1 }], []] })],
    ['a neighbour twice', partsOf(['A', 'B'], { similar: [[{ index: 1, weight: 1 }, { index: 1, weight: 0.5 }], []] })],
    ['a weight of 0', partsOf(['A', 'B'], { similar: [[{ index: 1, weight: 0 }], []] })],
    ['a weight that is none', partsOf(['A', 'B'], { similar: [[{ index: 1, weight: NaN }], []] })],
    ['a popularity order with a gap', partsOf(['A', 'B'], { popular: [0, 0] })],
    ['rows missing', partsOf(['A', 'B'], { boughtWith: [] })],
    ['parameters out of range', partsOf(['A'], { params: { ...someParams, next: { ...someParams.next, twoHop: 2 } } })],
    ['a currency that is none', partsOf(['A'], { currency: 'pounds' })],
    ['a negative price', partsOf(['A'], { items: [{ itemId: 'A', groupId: 'A', title: 'A', available: true, price: -1 }] })],
  ])('refuses %s', (_, parts) => expect(() => encodeModel(parts)).toThrow(ModelError))

  it('keeps prices to the minor unit of their currency', () => {
    const priced = (price: number, currency: string): number | undefined => {
      const items = [{ itemId: 'A', groupId: 'A', title: '', available: true, price }]
      return decodeModel(encodeModel(partsOf(['A'], { currency, items }))).product(0).price
    }
    expect(priced(0.1 + 0.2, 'GBP')).toBe(0.3)
    expect(priced(1299, 'JPY')).toBe(1299)
    expect(priced(1.2345, 'KWD')).toBe(1.235)
    expect(currencyDigits(undefined)).toBe(2)
  })

  it('writes no title that is the id, and gives the id back', () => {
    const named = (title: (id: string) => string): Uint8Array => encodeModel(partsOf(['A17', 'B4'], {
      items: ['A17', 'B4'].map(itemId => ({ itemId, groupId: itemId, title: title(itemId), available: true })),
    }))
    const [same, none] = [named(id => id), named(() => '')]
    expect(same).toEqual(none)
    expect([0, 1].map(index => decodeModel(same).product(index).title)).toEqual(['A17', 'B4'])
    expect(decodeModel(named(id => `A ${id}`)).product(1).title).toBe('A B4')
  })

  it('says whether lists count looks', () => {
    const said = (params: Partial<ModelParts['params']>): unknown =>
      decodeModel(encodeModel(partsOf(['A'], { params: { ...someParams, ...params } }))).params.listsByLooks
    expect([said({}), said({ listsByLooks: true }), said({ listsByLooks: false })]).toEqual([undefined, true, undefined])
  })

  it('makes one rule of links that repeat, and keeps the exceptions', () => {
    const links = ['AB1', 'AB2', 'C 3'].map(id => ({ id, link: `/img/${encodeURIComponent(id.toLowerCase())}.svg` }))
    const rule = findLinkRule([...links, { id: 'D', link: '/img/fallback.png' }])
    expect(rule).toEqual(['/img/', '.svg', 1])
    expect(links.map(({ id }) => linkOf(rule, id))).toEqual(links.map(({ link }) => link))
    expect(findLinkRule([{ id: 'A', link: '/x' }])).toEqual(['', '', 0])
  })

  it('keeps a group whose name is the id of one of its items', () => {
    const model = decodeModel(encodeModel(partsOf(['A', 'B', 'C'], {
      items: ['A', 'B', 'C'].map((itemId, i) => ({ itemId, groupId: i < 2 ? 'A' : 'C', title: '', available: true })),
    })))
    expect([0, 1, 2].map(index => model.twins(index))).toEqual([[0, 1], [0, 1], [2]])
    expect(model.product(1).groupId).toBe('A')
    expect(model.group(2)).not.toBe(model.group(0))
  })
})
