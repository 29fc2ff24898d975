import { describe, expect, it } from 'vitest'
import type { ShopEvent } from '../event.ts'
import { emptyProfile } from '../profile/emptyProfile.ts'
import { foldEvents } from '../profile/foldEvents.ts'
import type { Profile } from '../profile/profile.ts'
import { day, happening, hour, minute, morning, things } from '../profile/testing/happening.ts'
import { tinyModel } from '../recommend/testing/tinyModel.ts'
import type { CartNudge, CartNudgeInput } from './cartNudge.ts'
import { cartState } from './cartState.ts'
import { decideCartNudge } from './decideCartNudge.ts'

const shopper = (...events: ShopEvent[]): Profile => foldEvents(emptyProfile(), events)
const basket = (at: number, ...ids: string[]): ShopEvent =>
  happening(at, 'view_cart', { currency: 'GBP', items: ids.map(item_id => ({ item_id, quantity: 2, price: 5 })) })
const page = (at: number): ShopEvent => happening(at, 'page_view', {})
const order = (at: number, ...ids: string[]): ShopEvent => happening(at, 'purchase', { transaction_id: `${at}`, items: things(...ids) })
const shown = (at: number): ShopEvent => happening(at, 'view_promotion', { promotion_id: 'cart-nudge' })
const dismissed = (at: number): ShopEvent => happening(at, 'dismiss_promotion', { promotion_id: 'cart-nudge' })
const decide = (now: number, profile: Profile, more: Partial<CartNudgeInput> = {}): CartNudge => decideCartNudge({ now, profile, ...more })
const said = (nudge: CartNudge): string => `${nudge.show}: ${nudge.why}`

describe('when the nudge speaks', () => {
  it('shows a dot within the visit and in the first hour, a card at the second visit', () => {
    const profile = shopper(basket(morning, 'a'))
    expect(said(decide(morning + minute, profile))).toBe('dot: first-hour')
    expect(said(decide(morning + 59 * minute, profile))).toBe('dot: first-hour')
    expect(said(decide(morning + hour, profile))).toBe('card: ok')
    expect(said(decide(morning + day, profile))).toBe('card: ok')
  })

  it('decides the same before and after the first event of the visit is folded', () => {
    const before = shopper(basket(morning, 'a'))
    expect(decide(morning + day + 1, shopper(basket(morning, 'a'), page(morning + day)))).toEqual(decide(morning + day + 1, before))
  })

  it('shows a card after 24 hours of one long visit', () => {
    const everyTwenty = Array.from({ length: 73 }, (_, i) => page(morning + i * 20 * minute))
    const profile = shopper(basket(morning, 'a'), ...everyTwenty)
    expect(profile.visits).toBe(1)
    expect(said(decide(morning + 23 * hour, profile))).toBe('dot: first-hour')
    expect(said(decide(morning + 24 * hour + minute, profile))).toBe('card: ok')
  })

  it('says nothing without a basket, in checkout, without consent, and once told not to remember', () => {
    const profile = shopper(basket(morning, 'a'))
    expect(said(decide(morning + day, emptyProfile()))).toBe('nothing: no-basket')
    expect(said(decide(morning + day, profile, { onCheckout: true }))).toBe('nothing: checkout')
    expect(said(decideCartNudge({ now: morning + day }))).toBe('nothing: no-profile')
    const off = shopper(basket(morning, 'a'), happening(morning + 1, 'forget', { what: 'baskets' }), basket(morning + 2, 'a'))
    expect(said(decide(morning + day, off))).toBe('nothing: turned-off')
  })

  it('speaks once a visit, once a day and twice a week', () => {
    const back = (...shows: number[]): Profile => shopper(basket(morning, 'a'), ...shows.map(shown))
    expect(said(decide(morning + day + minute, back(morning + day)))).toBe('dot: capped')
    expect(said(decide(morning + day + 5 * hour, back(morning + day)))).toBe('dot: capped')
    expect(said(decide(morning + 2 * day, back(morning + day)))).toBe('card: ok')
    expect(said(decide(morning + 3 * day, back(morning + day, morning + 2 * day)))).toBe('dot: capped')
    expect(said(decide(morning + 8 * day, back(morning + day, morning + 2 * day)))).toBe('card: ok')
  })

  it('is silent for 14 days after "Not now", then for 28', () => {
    const once = shopper(basket(morning, 'a'), dismissed(morning + day))
    expect(said(decide(morning + 15 * day - 1, once))).toBe('nothing: dismissed')
    expect(said(decide(morning + 15 * day, once))).toBe('card: ok')
    const twice = shopper(basket(morning, 'a'), dismissed(morning + day), dismissed(morning + 16 * day))
    expect(said(decide(morning + 44 * day - 1, twice))).toBe('nothing: dismissed')
    expect(said(decide(morning + 44 * day, twice))).toBe('card: ok')
  })

  it('never speaks of a basket again after an order that held one of its items', () => {
    const profile = shopper(basket(morning, 'a', 'b'), order(morning + day, 'b'))
    for (const days of [1, 2, 3, 30, 60, 89]) {
      expect(said(decide(morning + days * day + minute, profile))).toBe('nothing: no-basket')
    }
    expect(said(decide(morning + 60 * day, shopper(basket(morning, 'a', 'b'), order(morning + day, 'b'), basket(morning + day + 1, 'a', 'b')))))
      .toBe('nothing: no-basket')
  })

  it('is silent for two days after an order of something else, and speaks of a basket filled after the order', () => {
    const profile = shopper(basket(morning, 'a'), order(morning + day, 'x'))
    expect(said(decide(morning + 2 * day, profile))).toBe('nothing: after-order')
    expect(said(decide(morning + 3 * day, profile))).toBe('card: ok')
    expect(said(decide(morning + 2 * day, shopper(order(morning, 'x'), basket(morning + hour, 'a'))))).toBe('card: ok')
  })

  it('lets a basket rest after 90 days', () => {
    expect(said(decide(morning + 90 * day, shopper(basket(morning, 'a'))))).toBe('nothing: too-old')
  })
})

describe('what the nudge says', () => {
  it('puts back only what the present basket lacks, in the quantity it had', () => {
    const profile = shopper(basket(morning, 'a', 'b'), basket(morning + day, 'a'))
    const nudge = decide(morning + day + minute, profile)
    expect(nudge.lines.map(line => line.item_id)).toEqual(['a', 'b'])
    expect(nudge.restorable).toEqual([{ item_id: 'b', quantity: 2, price: 5 }])
    expect(nudge.since).toBe(morning)
    expect(decide(morning + day, shopper(basket(morning, 'a'))).restorable).toEqual([])
    expect(decide(morning + day, shopper(basket(morning, 'a')), { cart: { lines: [], changedAt: 0, source: 'snapshot' } }).restorable)
      .toHaveLength(1)
  })

  it('names what is sold out, dearer and cheaper, and does not offer what cannot be bought', () => {
    const priced = (price: number) => (id: string): ShopEvent =>
      happening(morning + day, 'view_item', { currency: 'GBP', items: [{ item_id: id, price }] })
    const model = tinyModel([{ id: 'gone', available: false }, { id: 'up' }, { id: 'down' }, { id: 'same' }])
    const profile = shopper(basket(morning, 'gone', 'up', 'down', 'same'), priced(5.1)('up'), priced(4.7)('down'), priced(5)('same'),
      basket(morning + day + minute))
    const nudge = decide(morning + day + hour, profile, { model })
    expect(nudge.changes).toEqual([
      { itemId: 'gone', kind: 'sold-out', by: 0 }, { itemId: 'up', kind: 'dearer', by: 0.1 }, { itemId: 'down', kind: 'cheaper', by: 0.3 },
    ])
    expect(nudge.lines.map(line => line.price)).toEqual([5, 5.1, 4.7, 5])
    expect(nudge.restorable.map(item => item.item_id)).toEqual(['up', 'down', 'same'])
  })

  it('takes the catalogue\'s price when it is newer than the line, and compares no two currencies', () => {
    const model = (priceAt: number, currency: string) => {
      const plain = tinyModel([{ id: 'a', price: 4 }], { currency })
      return { ...plain, product: (index: number) => ({ ...plain.product(index), priceAt }) }
    }
    const profile = shopper(basket(morning, 'a'))
    const changes = (priceAt: number, currency: string) => decide(morning + 2 * day, profile, { model: model(priceAt, currency), cart: {
      lines: [], changedAt: 0, source: 'snapshot' } }).changes
    expect(changes(morning + day, 'GBP')).toEqual([{ itemId: 'a', kind: 'cheaper', by: 1 }])
    expect(changes(morning - day, 'GBP')).toEqual([])
    expect(changes(morning + day, 'EUR')).toEqual([])
  })

  it('does not appear when nothing is left to buy', () => {
    const model = tinyModel([{ id: 'a', available: false }])
    expect(said(decide(morning + day, shopper(basket(morning, 'a')), { model }))).toBe('nothing: nothing-to-buy')
  })
})

describe('cartState', () => {
  it('goes from active to idle, abandoned and expired by stored times', () => {
    const profile = shopper(basket(morning, 'a'))
    const at = (now: number): string => cartState(profile.cart, profile, now)
    expect([at(morning), at(morning + 30 * minute), at(morning + 4 * hour), at(morning + 14 * day)])
      .toEqual(['active', 'idle', 'abandoned', 'expired'])
    expect(cartState(emptyProfile().cart, emptyProfile(), morning)).toBe('empty')
  })

  it('is abandoned after an hour once a checkout was begun with it, and not by a checkout of the basket before', () => {
    const begun = (at: number): ShopEvent => happening(at, 'begin_checkout', { items: [] })
    const profile = shopper(basket(morning, 'a'), begun(morning + minute))
    const at = (now: number): string => cartState(profile.cart, profile, now)
    expect([at(morning + hour), at(morning + hour + minute), at(morning + 14 * day + minute)]).toEqual(['idle', 'abandoned', 'expired'])
    const next = shopper(begun(morning - hour), order(morning - 30 * minute, 'x'), basket(morning, 'a'))
    expect(cartState(next.cart, next, morning + 2 * hour)).toBe('idle')
  })

  it('is active again by what another tab did', () => {
    const profile = shopper(basket(morning, 'a'), page(morning + 5 * hour))
    expect(cartState(profile.cart, profile, morning + 5 * hour + minute)).toBe('active')
  })

  it('is bought by an order that was only concluded', () => {
    const told = shopper(basket(morning, 'a'), happening(morning + minute, 'purchase', { transaction_id: 'i', items: things('a'), inferred: true }))
    expect(cartState(told.cart, told, morning + hour)).toBe('bought')
    expect(said(decide(morning + 2 * day, told))).toBe('nothing: no-basket')
  })

  it('is bought after an order that held one of its lines, and active again with a new one', () => {
    const bought = shopper(basket(morning, 'a'), order(morning + minute, 'a'))
    expect(cartState(bought.cart, bought, morning + 2 * minute)).toBe('bought')
    const part = shopper(basket(morning, 'a', 'b'), order(morning + minute, 'a'))
    expect(cartState(part.cart, part, morning + 2 * minute)).toBe('bought')
    const next = shopper(basket(morning, 'a'), order(morning + minute, 'a'), basket(morning + hour, 'c'))
    expect(cartState(next.cart, next, morning + hour)).toBe('active')
  })
})
