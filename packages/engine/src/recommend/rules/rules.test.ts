import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { morning } from '../../profile/testing/happening.ts'
import { recommend } from '../recommend.ts'
import type { Recommendation, RecommendRequest } from '../recommendation.ts'
import { anyRules } from '../testing/anyRanking.ts'
import { tinyModel } from '../testing/tinyModel.ts'
import { keepRules } from './keepRules.ts'
import type { PlacementRules } from './placementRules.ts'
import { readRules } from './readRules.ts'

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const model = tinyModel(letters.map((id, i) => ({
  id, price: i + 1, kind: i % 2 ? 'mug' : 'tin', category: i < 4 ? 'Tea' : 'Garden', brand: i % 3 ? 'Ada' : 'Bo',
  ...(id === 'h' && { listPrice: 9 }),
})), { popular: letters })
const ask = (rules: PlacementRules, request: Partial<RecommendRequest> = {}): Recommendation[] =>
  recommend({ now: morning, model, page: {} }, { strategy: 'popular', limit: 4, ...request, rules }, [], keepRules)
const letter = (list: Recommendation[]): string => list.map(card => card.item.itemId).join('')

describe('rules of a shop', () => {
  it('filter while the list is made, so that it is as long as without them', () => {
    expect(letter(ask({ include: { categories: ['garden'] } }))).toBe('efgh')
    expect(letter(ask({ exclude: { brands: ['Bo'], kinds: ['tin'] } }))).toBe('bcde')
    expect(letter(ask({ include: { price: { min: 2, max: 3 } } }))).toBe('bc')
    expect(letter(ask({ include: { reduced: true } }))).toBe('h')
    expect(letter(ask({ include: { items: ['c', 'f', 'nobody'] } }))).toBe('cf')
    expect(ask({ include: { items: [] } })).toEqual([])
  })

  it('pin items at their places, as the shop\'s own choice, once and by all that may not be shown', () => {
    const list = ask(
      { pin: [{ itemId: 'c', place: 0 }, { itemId: 'h', place: 2 }, { itemId: 'g', place: 2 }, { itemId: 'b', place: 9 }] },
    )
    expect(letter(list)).toBe('cahg')
    expect(list.map(card => card.strategy)).toEqual(['hand-picked', 'popular', 'hand-picked', 'hand-picked'])
    expect(list[0]!.reason).toEqual({ kind: 'hand-picked' })
    expect(letter(ask({ pin: [{ itemId: 'c', place: 0 }], exclude: { items: ['c'] } }))).toBe('abde')
    expect(letter(ask({ pin: [{ itemId: 'c', place: 0 }] }, { itemId: 'c' }))).toBe('abde')
  })

  it('boost and bury by factors', () => {
    expect(
      letter(ask({ boost: [{ where: { items: ['f'] }, factor: 100 }], bury: [{ where: { items: ['a'] }, factor: 0.01 }] })),
    ).toBe('fbcd')
  })

  it('give a share of the places to what is promoted, evenly and without chance', () => {
    expect(letter(ask({ promote: { where: { categories: ['Garden'] }, share: 0.5 } }))).toBe('aebf')
    expect(letter(ask({ promote: { where: { categories: ['Garden'] }, share: 1 } }))).toBe('efgh')
    expect(letter(ask({ promote: { where: { items: ['nobody'] }, share: 1 } }))).toBe('abcd')
    expect(letter(ask({ promote: { where: { items: ['e'] }, share: 0.5 }, pin: [{ itemId: 'e', place: 0 }] }))).toBe('eabc')
  })

  it('hold a price of now against one of the catalogue only in its currency', () => {
    const priced = tinyModel([{ id: 'cheap', price: 7 }, { id: 'dear', price: 13 }], { popular: ['cheap', 'dear'], currency: 'GBP' })
    const upTo12 = (price: number, own: string): string => letter(recommend(
      { now: morning, model: priced, page: {}, currency: 'GBP', live: new Map(['cheap', 'dear'].map(id => [id, { price, currency: own }])) },
      { strategy: 'popular', rules: { include: { price: { max: 12 } } } }, [], keepRules))
    expect([upTo12(1000, 'JPY'), upTo12(5, 'EUR'), upTo12(5, 'GBP'), upTo12(20, 'GBP')]).toEqual(['cheap', 'cheap', 'cheapdear', ''])
  })

  it('make a list that is too short none at all', () => {
    expect(ask({ include: { items: ['a', 'b'] }, minimum: 3 })).toEqual([])
    expect(letter(ask({ include: { items: ['a', 'b'] }, minimum: 2 }))).toBe('ab')
  })

  it('are never left unkept: without what keeps them there is no list', () => {
    expect(recommend({ now: morning, model, page: {} }, { strategy: 'popular', rules: {} })).toEqual([])
  })

  it('spread a row over kinds by as much as they ask for', () => {
    const row: [string, number][] = [['m1', 0.9], ['m2', 0.8], ['m3', 0.7], ['tin', 0.6]]
    const mixed = tinyModel([
      { id: 'own', bought: row, similar: row },
      { id: 'm1', kind: 'mug' }, { id: 'm2', kind: 'mug' }, { id: 'm3', kind: 'mug' }, { id: 'tin', kind: 'tin' },
    ])
    const spread = (rules: PlacementRules | undefined, strategy: 'bought-together' | 'similar' = 'bought-together'): string =>
      letter(recommend(
        { now: morning, model: mixed, page: {} }, { strategy, itemId: 'own', ...(rules && { rules }) }, [], keepRules))
    expect(spread({ diversity: 0 })).toBe('m1m2m3tin')
    expect(spread({ diversity: 0.6 })).toBe('m1tinm2m3')
    // Unasked, a near equal of another kind goes first; more like this stays like it.
    expect([spread(undefined), spread({}), spread({ minimum: 1 })]).toEqual(Array(3).fill('m1m2tinm3'))
    expect([spread(undefined, 'similar'), spread({ diversity: 0.6 }, 'similar')]).toEqual(['m1m2m3tin', 'm1tinm2m3'])
  })
})

describe('readRules', () => {
  it('takes whole what is right', () => {
    fc.assert(fc.property(anyRules, rules => {
      const { include, exclude, promote, ...rest } = rules
      const isFilter = (filter: object | undefined): boolean => !!filter && Object.keys(filter).length > 0
      expect(readRules(rules)).toEqual({
        ...rest, ...(isFilter(include) && { include }), ...(isFilter(exclude) && { exclude }),
        ...(isFilter(promote?.where) && { promote }),
        boost: rules.boost!.filter(({ where }) => isFilter(where)), bury: rules.bury!.filter(({ where }) => isFilter(where)),
      })
    }), { numRuns: 50 })
  })

  it('leaves out what is not, asks no getter, and never throws', () => {
    expect(readRules({
      include: { brands: [7, 'Ada'], price: { min: 'x', max: 3 }, nonsense: 1 }, exclude: {},
      pin: [{ itemId: 'a', place: 1.5 }, null],
      boost: [{ where: { kinds: ['mug'] }, factor: Infinity }], promote: { where: { kinds: ['mug'] }, share: 2 }, diversity: -1,
      minimum: 0,
    })).toEqual({ include: { brands: ['Ada'], price: { max: 3 } }, pin: [], boost: [], bury: [] })
    const trap = { get include() { throw new Error('asked') } }
    const hostile = new Proxy({}, { getOwnPropertyDescriptor() { throw new Error('asked') } })
    for (const rules of [trap, hostile, Object.create({ minimum: 3 })]) expect(readRules(rules).minimum).toBeUndefined()
    fc.assert(fc.property(fc.anything(), fc.anything(), fc.anything(), (include, pin, boost) => {
      expect(
        () => ask({ include, pin, boost: [boost, { where: boost, factor: 2 }], promote: include } as PlacementRules),
      ).not.toThrow()
    }), { numRuns: 100 })
  })
})
