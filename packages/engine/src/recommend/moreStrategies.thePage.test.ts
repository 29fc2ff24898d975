import { describe, expect, it } from 'vitest'
import { emptyProfile } from '../profile/emptyProfile.ts'
import { foldEvents } from '../profile/foldEvents.ts'
import { day, happening } from '../profile/testing/happening.ts'
import type { Model } from '../model/model.ts'
import { moreStrategies } from './moreStrategies.ts'
import { recommend } from './recommend.ts'
import type { Recommendation, RecommendRequest } from './recommendation.ts'
import type { RecommendInput } from './recommendInput.ts'
import { tinyModel, type TinyItem } from './testing/tinyModel.ts'

const noon = Date.UTC(1970, 0, 2, 12)
const ask = (input: Partial<RecommendInput>, request: RecommendRequest): Recommendation[] =>
  recommend({ now: noon, page: {}, currency: 'GBP', ...input }, request, moreStrategies)
const idsOf = (list: Recommendation[]): string[] => list.map(card => card.item.itemId)
const basket = (...lines: { item_id: string; price?: number; quantity?: number }[]): NonNullable<RecommendInput['profile']> =>
  foldEvents(emptyProfile(), [happening(noon - 1, 'view_cart', { items: lines, currency: 'GBP' })])

describe('around an item', () => {
  const model = tinyModel([
    {
      id: 'pan', viewed: [['lid', 0.9], ['wok', 0.5], ['pot', 0.4]], boughtAfterView: [['wok', 0.9], ['pot', 0.5], ['lid', 0.4]],
      similar: [['pot', 0.9], ['wok', 0.5], ['lid', 0.4]],
    },
    { id: 'lid' }, { id: 'wok' }, { id: 'pot' },
  ])

  it('stands what was looked at with it, and what was bought in the end', () => {
    const viewed = ask({ model, page: { item: { item_id: 'pan' } } }, { strategy: 'also-viewed' })
    expect(idsOf(viewed)).toEqual(['lid', 'wok', 'pot'])
    expect(viewed[0]!.reason).toEqual({ kind: 'also-viewed', itemId: 'pan', title: 'Title of pan' })
    const bought = ask({ model }, { strategy: 'also-bought', itemId: 'pan' })
    expect(idsOf(bought)).toEqual(['wok', 'pot', 'lid'])
    expect(bought[0]!.reason).toEqual({ kind: 'bought-after-view', itemId: 'pan', title: 'Title of pan' })
  })

  it('stands what is like it, under that name, where nobody looked', () => {
    const list = ask(
      { model: { ...model, viewed: tinyModel(['pan', 'lid', 'wok', 'pot'].map(id => ({ id }))).viewed } },
      { strategy: 'also-viewed', itemId: 'pan' },
    )
    expect(list.map(card => card.strategy)).toEqual(['similar', 'similar', 'similar'])
  })
})

describe('upsell', () => {
  const at = (id: string, price: number | undefined, kind = 'mug'): TinyItem => ({ id, kind, ...(price !== undefined && { price }) })
  const model = tinyModel([
    { ...at('mine', 10), motif: 'rose' }, at('same', 10.4), at('step', 10.5), { ...at('rose', 13), motif: 'rose' },
    at('edge', 16),
    at('far', 16.1), at('other kind', 12, 'jar'), at('free', undefined),
  ], { currency: 'GBP', popular: ['edge', 'far', 'other kind', 'rose', 'same', 'free', 'step'] })

  it('shows the same kind from 1.05 to 1.6 times the price, the more popular first', () => {
    const list = ask({ model }, { strategy: 'upsell', itemId: 'mine' })
    expect(idsOf(list)).toEqual(['edge', 'rose', 'step'])
    expect(list.map(card => 'shared' in card.reason && card.reason.shared)).toEqual(['kind', 'design', 'kind'])
  })

  it('counts both ends, whatever becomes of them in binary', () => {
    const cents = tinyModel([at('mine', 8.2), at('least', 8.61), at('most', 13.12)], { currency: 'GBP' })
    expect(ask({ model: cents }, { strategy: 'upsell', itemId: 'mine' }).map(card => [card.item.itemId, card.strategy])).toEqual(
      [['least', 'upsell'], ['most', 'upsell']])
  })

  it('says nothing of a step where prices may not be spoken of, or the item has no kind', () => {
    const strategies = (input: Partial<RecommendInput>): string[] => ask(
      { model, ...input }, { strategy: 'upsell', itemId: 'mine' },
    ).map(card => card.strategy)
    expect(strategies({ now: 30 * day })).not.toContain('upsell')
    expect(strategies({ currency: 'EUR' })).not.toContain('upsell')
    expect(strategies({ model: { ...model, kind: () => 0 } })).not.toContain('upsell')
  })
})

describe('free-shipping-gap', () => {
  const tins = [9.99, 10, 12, 18, 18.01].map((price): TinyItem => ({ id: `at ${price}`, price }))
  const model = tinyModel([{ id: 'jar', price: 15, bought: [['at 18', 0.9], ['at 9.99', 0.8]] }, ...tins], {
    currency: 'GBP', popular: tins.map(tin => tin.id),
  })
  const near = (input: Partial<RecommendInput>, from = 40): Recommendation[] =>
    ask({ model, ...input }, { strategy: 'free-shipping-gap', freeShippingFrom: from }).filter(
      card => card.strategy === 'free-shipping-gap',
    )

  it('brings the basket there with one item and little more, what goes with the basket first', () => {
    const list = near({ profile: basket({ item_id: 'jar', price: 15, quantity: 2 }) })
    expect(idsOf(list)).toEqual(['at 18', 'at 10', 'at 12'])
    expect(list.map(card => card.reasons.map(reason => reason.kind))).toEqual([
      ['in-cart', 'free-shipping', 'popular'], ['popular', 'free-shipping'], ['popular', 'free-shipping'],
    ])
    expect(list[0]!.reasons[1]).toEqual({ kind: 'free-shipping', gap: 10, currency: 'GBP' })
  })

  it('counts a line without a price by the catalogue, and is silent where that does not know it either', () => {
    expect(near({ profile: basket({ item_id: 'jar', quantity: 2 }) })).toHaveLength(3)
    expect(near({ profile: basket({ item_id: 'jar', price: 15, quantity: 2 }, { item_id: 'unknown' }) })).toEqual([])
    expect(near({ profile: basket({ item_id: 'jar', quantity: 2 }), now: 30 * day })).toEqual([])
  })

  it('is silent once delivery is free, without a sum that makes it free, and in another currency', () => {
    const profile = basket({ item_id: 'jar', price: 15, quantity: 2 })
    expect(near({ profile }, 30)).toEqual([])
    expect(near({ profile }, NaN)).toEqual([])
    expect(near({ profile: { ...profile, cart: { ...profile.cart, currency: 'EUR' } } })).toEqual([])
  })

  it('does not lose an item to the last bit of a sum', () => {
    const cents = tinyModel([{ id: 'dot', price: 0.1 }, { id: 'end', price: 0.7 }], { currency: 'GBP', popular: ['end'] })
    expect(idsOf(near({ model: cents, profile: basket({ item_id: 'dot', price: 0.1, quantity: 3 }) }, 1))).toEqual(['end'])
  })
})

describe('complete-the-basket', () => {
  const model = tinyModel([
    { id: 'jam', kind: 'jam', bought: [['spoon', 0.5], ['lid', 0.4], ['more jam', 0.9]] },
    { id: 'tea', kind: 'tea', bought: [['spoon 2', 0.6], ['lid', 0.4]] },
    { id: 'spoon', kind: 'spoon' }, { id: 'spoon 2', kind: 'spoon' }, { id: 'lid', kind: 'lid' }, { id: 'more jam', kind: 'jam' },
  ])

  it('adds up what the whole basket speaks for, one of each kind and none that is there', () => {
    const list = ask(
      { model, profile: basket({ item_id: 'jam' }, { item_id: 'tea' }) }, { strategy: 'complete-the-basket', limit: 2 },
    )
    expect(list.map(card => [card.item.itemId, card.strategy])).toEqual(
      [['lid', 'complete-the-basket'], ['spoon 2', 'complete-the-basket']],
    )
    expect(list[1]!.reason).toMatchObject({ kind: 'in-cart', itemId: 'tea' })
  })
})

describe('of the whole shop', () => {
  const december = (lift: number): number[] => Array.from({ length: 12 }, (_, month) => (month === 11 ? lift : 1))
  const model = tinyModel([
    { id: 'star', season: december(3) }, { id: 'mug' }, { id: 'wreath', season: december(6) },
    { id: 'bag', season: december(1.5) }, { id: 'rare', season: december(8) },
  ], { popular: ['mug', 'bag', 'star', 'wreath'], trending: ['bag', 'mug', 'star'] })

  it('seasonal shows what sells better this month, times how popular it is, also what too few bought of late to be called popular', () => {
    const list = ask({ model, now: Date.UTC(2011, 11, 10) }, { strategy: 'seasonal' })
    expect(idsOf(list)).toEqual(['rare', 'wreath', 'star', 'bag'])
    expect(list[1]!.reason).toEqual({ kind: 'in-season', month: 11, lift: 6 })
  })

  it('seasonal is what rises instead, under that name, in a month without a season', () => {
    const list = ask({ model, now: Date.UTC(2011, 5, 10) }, { strategy: 'seasonal' })
    expect(list.map(card => [card.item.itemId, card.strategy, card.reason.kind])).toEqual(
      ['bag', 'mug', 'star'].map(id => [id, 'trending', 'trending']))
  })

  it('trending says that people look, where nothing is known of purchases', () => {
    const reasonsIn = (params: Model['params']): unknown[] =>
      ask({ model: { ...model, params } }, { strategy: 'trending' }).map(card => card.reason)
    expect(reasonsIn({ ...model.params, listsByLooks: true })).toEqual(Array(3).fill({ kind: 'trending', by: 'looks' }))
    expect(reasonsIn(model.params)).toEqual(Array(3).fill({ kind: 'trending' }))
  })

  it('hand-picked keeps the order of the shop and passes over what is gone', () => {
    const list = ask({ model }, { strategy: 'hand-picked', itemIds: ['rare', 'gone', 'mug', 'rare'] })
    expect(list.map(card => [card.item.itemId, card.reason.kind])).toEqual([['rare', 'hand-picked'], ['mug', 'hand-picked']])
  })
})
