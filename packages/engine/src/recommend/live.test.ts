// What the shop says now, and where it sells: before the catalogue, and before anything is drawn.
import { describe, expect, it } from 'vitest'
import { emptyProfile } from '../profile/emptyProfile.ts'
import { foldEvents } from '../profile/foldEvents.ts'
import { day, happening, morning } from '../profile/testing/happening.ts'
import { recommend } from './recommend.ts'
import type { Recommendation, RecommendRequest } from './recommendation.ts'
import type { RecommendInput } from './recommendInput.ts'
import { tinyModel } from './testing/tinyModel.ts'

const popular = { strategy: 'popular', limit: 9 } as const
const ask = (input: Partial<RecommendInput>, request: RecommendRequest = popular): Recommendation[] =>
  recommend({ now: morning, page: {}, ...input }, request)
const idsOf = (list: Recommendation[]): string[] => list.map(card => card.item.itemId)

describe('live facts', () => {
  const items = [{ id: 'a', price: 4, listPrice: 5 }, { id: 'b' }, { id: 'gone', available: false }]
  const model = tinyModel(items, { popular: ['a', 'b', 'gone'], currency: 'GBP' })

  it('leave out what turned out sold out, and bring back what is there again', () => {
    const live = new Map([['a', { available: false }], ['gone', { available: true }], ['nobody', { available: true }]])
    expect(idsOf(ask({ model, live }))).toEqual(['b', 'gone'])
    expect(ask({ model, live })[1]!.item.available).toBe(true)
    expect(ask({ model, live }, { ...popular, allowSoldOut: true })[0]!.item).toMatchObject({ itemId: 'a', available: false })
  })

  it('hold without a model too', () => {
    const look = happening(morning - day, 'view_item', { items: [{ item_id: 'a' }, { item_id: 'b', in_stock: false }] })
    const live = new Map([['a', { available: false }], ['b', { available: true }]])
    expect(idsOf(ask({ profile: foldEvents(emptyProfile(), [look]), live }, { strategy: 'recently-viewed' }))).toEqual(['b'])
  })

  it('bring the price of now, in the page\'s currency, without the regular one', () => {
    const { item } = ask({ model, currency: 'GBP', live: new Map([['a', { price: 3 }]]) })[0]!
    expect(item).toMatchObject({ price: 3, currency: 'GBP', priceAt: morning })
    expect(item).not.toHaveProperty('listPrice')
    expect(
      ask({ model, currency: 'GBP', live: new Map([['a', { price: 3, currency: 'EUR' }]]) })[0]!.item,
    ).not.toHaveProperty('price')
  })
})

describe('prices', () => {
  const price = (currency: string | undefined, page: string | undefined, now = day): number | undefined => ask({
    now, model: tinyModel([{ id: 'a', price: 4 }], { popular: ['a'], ...(currency !== undefined && { currency }) }),
    ...(page !== undefined && { currency: page }),
  })[0]!.item.price

  it('are left out where page and catalogue name different currencies, and only there', () => {
    expect(price('GBP', 'EUR')).toBeUndefined()
    expect([price('GBP', 'GBP'), price(undefined, 'EUR'), price('GBP', undefined)]).toEqual([4, 4, 4])
  })

  it('are left out once they are older than a week, or than the request allows', () => {
    expect([price('GBP', 'GBP', 7 * day), price('GBP', 'GBP', 7 * day + 1)]).toEqual([4, undefined])
    const model = tinyModel([{ id: 'a', price: 4 }], { popular: ['a'] })
    expect(ask({ now: 30 * day, model }, { ...popular, priceMaxAgeDays: 30 })[0]!.item.price).toBe(4)
  })
})

describe('markets', () => {
  const model = tinyModel([
    { id: 'uk', market: 'GB', group: 'mug', colour: 'red' }, { id: 'de', market: 'DE', group: 'mug', colour: 'green' },
    { id: 'both' }, { id: 'mine', market: 'DE' },
  ], { popular: ['uk', 'de', 'both', 'mine'] })

  it('keep to what is sold in the page\'s own, by its name or by its item, and to no dot of another', () => {
    expect(idsOf(ask({ model, market: 'GB' }))).toEqual(['uk', 'both'])
    expect(ask({ model, market: 'GB' })[0]!.twins).toEqual([])
    expect(idsOf(ask({ model, page: { item: { item_id: 'mine' } } }))).toEqual(['de', 'both'])
    expect(idsOf(ask({ model, market: 'FR' }))).toEqual(['both'])
    expect(idsOf(ask({ model, market: 'gb' }))).toEqual(['uk', 'both'])
  })
})

describe('the variant on the card', () => {
  const model = tinyModel([
    { id: 'clock red', group: 'clock', colour: 'red' }, { id: 'clock green', group: 'clock', colour: 'green' },
    { id: 'tin', colour: 'green', similar: [['clock red', 0.9]] },
  ])
  const request = { strategy: 'similar', itemId: 'tin' } as const

  it('is the one looked at, before the colour of what speaks for it', () => {
    const look = happening(morning - day, 'view_item', { items: [{ item_id: 'clock red' }] })
    expect(idsOf(ask({ model }, request))).toEqual(['clock green'])
    expect(idsOf(ask({ model, profile: foldEvents(emptyProfile(), [look]) }, request))).toEqual(['clock red'])
    expect(idsOf(ask({ model, live: new Map([['clock green', { available: false }]]) }, request))).toEqual(['clock red'])
  })
})
