import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ShopEvent } from '../event.ts'
import { cartState } from '../decide/cartState.ts'
import { emptyProfile } from './emptyProfile.ts'
import { foldEvents } from './foldEvents.ts'
import { inferPurchase } from './inferPurchase.ts'
import type { Profile } from './profile.ts'
import { recall } from './recall.ts'
import { day, happening, hour, minute, morning, things } from './testing/happening.ts'

const fold = (...events: ShopEvent[]): Profile => foldEvents(emptyProfile(), events)
const checkout = { at: morning, token: 'old', items: things('a', 'b') }
const after = { isEmpty: true, token: 'new', now: morning + hour }

describe('inferPurchase', () => {
  it('concludes an order from a checkout, an empty basket and a new token within 24 hours', () => {
    expect(inferPurchase(checkout, after)).toEqual({
      transaction_id: expect.stringMatching(/^inferred-/) as string, inferred: true, items: [{ item_id: 'a', quantity: 1 }, { item_id: 'b', quantity: 1 }],
    })
    expect(inferPurchase(checkout, { ...after, now: morning + day })).toBeDefined()
    expect(inferPurchase(checkout, after)?.transaction_id).toBe(inferPurchase(checkout, { ...after, token: 'other' })?.transaction_id)
  })

  it.each([
    ['a basket that is not empty', checkout, { ...after, isEmpty: false }],
    ['a basket that the shopper emptied: the token stayed', checkout, { ...after, token: 'old' }],
    ['an unknown token', checkout, { ...after, token: undefined }],
    ['a checkout of the day before yesterday', checkout, { ...after, now: morning + day + 1 }],
    ['a clock that went back', checkout, { ...after, now: morning - 1 }],
    ['no checkout', undefined, after],
    ['a note that is none', { at: 'x', token: 7 }, after],
  ])('concludes nothing from %s', (_, noted, basket) => expect(inferPurchase(noted, basket)).toBeUndefined())

  it('never throws for what storage gave back', () => {
    fc.assert(fc.property(fc.anything(), noted => { inferPurchase(noted, after) }))
  })
})

describe('an inferred order', () => {
  const inferred = (at: number): ShopEvent => happening(at, 'purchase', inferPurchase(checkout, { ...after, now: at })!)
  const basket = (at: number, ...ids: string[]): ShopEvent => happening(at, 'view_cart', { items: things(...ids) })
  const told = (at: number, ...ids: string[]): ShopEvent => happening(at, 'purchase', { transaction_id: 'T-1', items: things(...ids) })

  it('settles its basket, and is in no count and no list', () => {
    const profile = fold(basket(morning, 'a', 'b'), happening(morning, 'begin_checkout', { items: [] }), basket(morning + hour), inferred(morning + hour))
    expect(profile).toMatchObject({ orders: [], purchaseDays: 0, orderedUnits: 0, inferredOrderAt: morning + hour })
    expect(profile.rememberedCart).toBeUndefined()
    expect(profile.checkoutAt).toBeUndefined()
    expect(recall(profile, 'a')).toMatchObject({ orders: 0, orderedAt: [], inferredAt: morning + hour })
  })

  it('is not undone by a tab that tells the old basket again', () => {
    const profile = fold(basket(morning, 'a'), inferred(morning + minute), basket(morning + 2 * minute, 'a'))
    expect(cartState(profile.cart, profile, morning + 3 * minute)).toBe('bought')
  })

  it('gives its place to the told order of the same basket, and counts once', () => {
    const profile = fold(inferred(morning), inferred(morning + hour), told(morning + day, 'a', 'b'))
    expect(profile.orders.map(order => order.id)).toEqual(['T-1'])
    expect(profile.purchaseDays).toBe(1)
    expect(recall(profile, 'a')).toMatchObject({ orders: 1, orderedAt: [morning + day] })
    expect(recall(profile, 'a')?.inferredAt).toBeUndefined()
  })

  it('does not count beside a told order that came first', () => {
    const profile = fold(told(morning, 'a', 'b'), inferred(morning + minute))
    expect(profile.orders).toHaveLength(1)
    expect(profile.orderedUnits).toBe(2)
    expect(recall(profile, 'a')?.orders).toBe(1)
  })
})

describe('a stay', () => {
  it('adds to what is remembered of the item, ten minutes at most at once, and brings no forgotten item back', () => {
    const stay = (ms: number): ShopEvent => happening(morning + minute, 'user_engagement', { items: things('a', 'b'), engagement_time_msec: ms })
    const profile = fold(happening(morning, 'view_item', { items: things('a') }), stay(20_000), stay(hour))
    expect(recall(profile, 'a')?.dwellMs).toBe(20_000 + 10 * minute)
    expect(recall(profile, 'b')).toBeUndefined()
    expect(recall(fold(happening(morning, 'view_item', { items: things('a') }), stay(9000), happening(morning + hour, 'view_item', {
      items: things('a') }), happening(morning + hour, 'forget', { items: things('a') })), 'a')).toBeUndefined()
  })
})
