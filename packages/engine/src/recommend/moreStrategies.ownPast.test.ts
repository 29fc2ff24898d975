import { describe, expect, it } from 'vitest'
import type { ShopEvent } from '../event.ts'
import { emptyProfile } from '../profile/emptyProfile.ts'
import { foldEvents } from '../profile/foldEvents.ts'
import type { Profile } from '../profile/profile.ts'
import { day, happening, hour, morning, things } from '../profile/testing/happening.ts'
import { moreStrategies } from './moreStrategies.ts'
import { recommend } from './recommend.ts'
import type { Recommendation, RecommendRequest } from './recommendation.ts'
import type { RecommendInput } from './recommendInput.ts'
import { tinyModel, type TinyItem } from './testing/tinyModel.ts'

const shopper = (...events: ShopEvent[]): Profile => foldEvents(emptyProfile(), events)
const ask = (input: Partial<RecommendInput>, request: RecommendRequest): Recommendation[] =>
  recommend({ now: morning + day, page: {}, ...input }, request, moreStrategies)
const idsOf = (list: Recommendation[]): string[] => list.map(card => card.item.itemId)
/** As it stands in a model that was built since the looks of these tests. */
const since = (items: TinyItem[], priceAt = morning + hour): NonNullable<RecommendInput['model']> => {
  const model = tinyModel(items, { currency: 'GBP' })
  return { ...model, asOf: priceAt, product: index => ({ ...model.product(index), priceAt }) }
}

describe('continue', () => {
  const look = (at: number, ...ids: string[]): ShopEvent => happening(at, 'view_item', { items: things(...ids) })
  const profile = shopper(
    look(morning, 'looked'), happening(morning + 1, 'add_to_cart', { items: things('left') }),
    look(morning + 2, 'bought', 'kept'), happening(morning + 3, 'purchase', { transaction_id: '1', items: things('bought') }),
    happening(morning + 4, 'add_to_cart', { items: things('put back') }), happening(
      morning + 5, 'remove_from_cart', { items: things('put back') },
    ),
    happening(morning + 6, 'view_cart', { items: things('kept') }), look(morning + 7, 'latest'),
  )

  it('shows what was left over: not bought, not in the basket, not taken out of it; what was in it first', () => {
    const list = ask({ profile }, { strategy: 'continue' })
    expect(list.map(card => [card.item.itemId, card.reason])).toEqual([
      ['left', { kind: 'was-in-cart', lastAt: morning + 1 }],
      ['latest', { kind: 'seen-before', lastAt: morning + 7, times: 1 }],
      ['looked', { kind: 'seen-before', lastAt: morning, times: 1 }],
    ])
  })

  it('takes up again what was looked at after it had been taken out of the basket', () => {
    const again = foldEvents(profile, [look(morning + 8, 'put back')])
    expect(idsOf(ask({ profile: again }, { strategy: 'continue' }))).toContain('put back')
  })

  it('leaves a shopper who has bought all with what they looked at, under that name', () => {
    const done = foldEvents(
      profile, [happening(morning + 9, 'purchase', { transaction_id: '2', items: things('left', 'latest', 'looked') })],
    )
    const list = ask({ profile: done, now: morning + 400 * day }, { strategy: 'continue' })
    expect(new Set(list.map(card => card.strategy))).toEqual(new Set(['recently-viewed']))
  })
})

describe('price-drop', () => {
  const look = (id: string, price: number, currency = 'GBP'): ShopEvent =>
    happening(morning, 'view_item', { items: [{ item_id: id, price }], currency })
  const drop = (price: number, input: Partial<RecommendInput> = {}, request: Partial<RecommendRequest> = {}): Recommendation[] =>
    ask(
      { model: since([{ id: 'tin', price }]), profile: shopper(look('tin', 10)), ...input },
      { strategy: 'price-drop', ...request },
    )

  it('says what it costs now and what it cost when the shopper looked, from three in a hundred on', () => {
    expect(drop(8.5)[0]!.reason).toEqual({ kind: 'price-drop', price: 8.5, before: 10, currency: 'GBP', lastAt: morning })
    expect([drop(9.7).length, drop(9.71).length, drop(12).length]).toEqual([1, 0, 0])
  })

  it('is silent about another currency, of the look or of the page', () => {
    expect(drop(8.5, { profile: shopper(look('tin', 10, 'EUR')) })).toEqual([])
    expect(drop(8.5, { currency: 'EUR' })).toEqual([])
    expect(drop(8.5, { currency: 'GBP' })).toHaveLength(1)
  })

  it('is silent once the catalogue\'s price is stale, or where it is older than the look', () => {
    expect(drop(8.5, { now: morning + hour + 7 * day })).toHaveLength(1)
    expect(drop(8.5, { now: morning + hour + 7 * day + 1 })).toEqual([])
    expect(drop(8.5, {}, { priceMaxAgeDays: 0 })).toEqual([])
    expect(drop(8.5, { model: since([{ id: 'tin', price: 8.5 }], morning) })).toEqual([])
  })

  it('goes by what the shop says now, before the catalogue', () => {
    expect(drop(8.5, { live: new Map([['tin', { price: 10 }]]), currency: 'GBP' })).toEqual([])
    const [card] = drop(10, { live: new Map([['tin', { price: 7 }]]), currency: 'GBP', now: morning + 30 * day })
    expect(card!.reason).toMatchObject({ price: 7, before: 10 })
    expect(card!.item.price).toBe(7)
  })
})

describe('back-in-stock', () => {
  const profile = shopper(happening(morning, 'view_item', { items: [{ item_id: 'clock', in_stock: false }] }),
    happening(morning, 'view_item', { items: things('mug') }))

  it('shows what its page called sold out, once a later catalogue has it', () => {
    const list = ask({ profile, model: since([{ id: 'clock' }, { id: 'mug' }]) }, { strategy: 'back-in-stock' })
    expect(list.map(card => [card.item.itemId, card.reason])).toEqual([['clock', { kind: 'back-in-stock', lastAt: morning }]])
    const gone = since([{ id: 'clock', available: false }])
    expect(ask({ profile, model: gone }, { strategy: 'back-in-stock' })).toEqual([])
    expect(ask({ profile, model: gone }, { strategy: 'back-in-stock', allowSoldOut: true })).toEqual([])
  })

  it('does not believe a catalogue from before the look, but the shop itself', () => {
    const model = since([{ id: 'clock' }], morning - 1)
    expect(ask({ profile, model }, { strategy: 'back-in-stock' })).toEqual([])
    expect(
      idsOf(ask({ profile, model, live: new Map([['clock', { available: true }]]) }, { strategy: 'back-in-stock' })),
    ).toEqual(['clock'])
  })
})

describe('after-purchase', () => {
  const model = tinyModel([
    { id: 'soon', after: [['film', 0.5]], afterDays: 7 }, { id: 'late', after: [['case', 0.5]], afterDays: 70 },
    { id: 'old', after: [['strap', 0.9]] }, { id: 'unknown', after: [['bag', 0.5]] },
    ...['film', 'case', 'bag', 'strap'].map((id): TinyItem => ({ id })),
  ], { popular: ['film'] })
  const order = (at: number, id: string, ...ids: string[]): ShopEvent => happening(
    at, 'purchase', { transaction_id: id, items: things(...ids) },
  )
  const profile = shopper(order(morning - 300 * day, '1', 'old'), order(morning, '2', 'late', 'soon', 'unknown'))

  it('speaks of the latest order alone, and first of what is due', () => {
    const after = (days: number): string[] => idsOf(
      ask({ model, profile, now: morning + days * day }, { strategy: 'after-purchase' }),
    )
    expect(after(7)).toEqual(['film', 'case', 'bag'])
    expect(after(70)).toEqual(['case', 'film', 'bag'])
    const [card] = ask({ model, profile, now: morning + 7 * day }, { strategy: 'after-purchase' })
    expect(card!.reason).toEqual({ kind: 'ordered-item', itemId: 'soon', title: 'Title of soon', lastAt: morning })
  })

  it('keeps silent about an order that was hidden, and about what is not for this shopper', () => {
    const hidden = foldEvents(profile, [happening(morning + 1, 'hide_order', { transaction_id: '2' })])
    expect(idsOf(ask({ model, profile: hidden }, { strategy: 'after-purchase' }))).toEqual(['strap'])
    const unloved = ask({ model, profile, notForMe: new Set(['late']) }, { strategy: 'after-purchase' })
    expect(idsOf(unloved)).toEqual(['film', 'bag'])
  })
})
