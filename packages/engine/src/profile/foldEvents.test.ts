import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ShopEvent } from '../event.ts'
import { advance } from './advance.ts'
import { emptyProfile } from './emptyProfile.ts'
import { foldEvents } from './foldEvents.ts'
import type { Profile } from './profile.ts'
import { recall } from './recall.ts'
import { day, happening, hour, minute, morning, things } from './testing/happening.ts'

const fold = (...events: ShopEvent[]): Profile => foldEvents(emptyProfile(), events)

/** Ids that break careless records, beside plain ones; few, so that events meet. */
const anyId = fc.constantFrom('a', 'b', 'c', '7', '11', '__proto__', 'constructor', 'toString')
const anyItems = fc.array(fc.record({ item_id: anyId, quantity: fc.integer({ min: 1, max: 9 }) }), { maxLength: 3 })
const anyEvent: fc.Arbitrary<(at: number) => ShopEvent> = fc.oneof(
  anyItems.map(items => (at: number) => happening(at, 'view_item', { items })),
  anyItems.map(items => (at: number) => happening(at, 'add_to_cart', { items, currency: 'GBP' })),
  anyItems.map(items => (at: number) => happening(at, 'remove_from_cart', { items })),
  anyItems.map(items => (at: number) => happening(at, 'view_cart', { items })),
  fc.tuple(anyId, anyItems).map(([id, items]) => (at: number) => happening(at, 'purchase', { transaction_id: id, items })),
  anyItems.map(items => (at: number) => happening(at, 'not_for_me', { items })),
  anyItems.map(items => (at: number) => happening(at, 'more_like_this', { items })),
  anyItems.map(items => (at: number) => happening(at, 'forget', { items })),
  anyId.map(id => (at: number) => happening(at, 'dismiss_promotion', { promotion_id: id })),
  anyId.map(id => (at: number) => happening(at, 'search', { search_term: id })),
  fc.constant((at: number) => happening(at, 'forget', { what: 'baskets' as const })),
)
/** A log in key order: gaps from none to two days. */
const anyLog = fc.array(fc.tuple(fc.constantFrom(0, 500, 1999, 2000, hour, day, 2 * day), anyEvent), { maxLength: 40 })
  .map(steps => {
    let at = morning
    return steps.map(([gap, make]) => make(at += gap))
  })

describe('foldEvents', () => {
  it('gives the same state in one chunk, in two, and event by event', () => {
    fc.assert(fc.property(anyLog, fc.nat(40), (log, cut) => {
      const whole = foldEvents(emptyProfile(), log)
      expect(foldEvents(foldEvents(emptyProfile(), log.slice(0, cut)), log.slice(cut))).toEqual(whole)
      expect(log.reduce(advance, emptyProfile())).toEqual(whole)
    }))
  })

  it('folds on from a profile that went through JSON or a structured clone as if it had not', () => {
    fc.assert(fc.property(anyLog, fc.nat(40), (log, cut) => {
      const whole = foldEvents(emptyProfile(), log)
      const head = foldEvents(emptyProfile(), log.slice(0, cut))
      const throughJson = JSON.parse(JSON.stringify(head)) as Profile
      expect(JSON.stringify(foldEvents(throughJson, log.slice(cut)))).toBe(JSON.stringify(whole))
      expect(JSON.stringify(foldEvents(structuredClone(head), log.slice(cut)))).toBe(JSON.stringify(whole))
    }))
  })

  it('never writes on the profile it was given', () => {
    fc.assert(fc.property(anyLog, anyLog, (before, after) => {
      const profile = foldEvents(emptyProfile(), before)
      const copy = structuredClone(profile)
      foldEvents(profile, after)
      expect(JSON.stringify(profile)).toBe(JSON.stringify(copy))
    }))
  })

  it('skips junk and never throws', () => {
    const junk = fc.oneof(fc.anything(), fc.record({ at: fc.oneof(fc.integer(), fc.anything()), name: fc.oneof(
      fc.constantFrom('view_item', 'view_cart', 'add_to_cart', 'purchase', 'forget', 'not_for_me', 'search', 'view_promotion'),
      fc.anything()), params: fc.oneof(fc.anything(), fc.record({ items: fc.anything(), transaction_id: fc.anything() })) }))
    fc.assert(fc.property(fc.array(junk, { maxLength: 10 }), events => {
      foldEvents(emptyProfile(), events as ShopEvent[])
    }))
    const seen = fold({ id: 'x', at: morning, name: 'view_item', params: { items: 'a' } } as unknown as ShopEvent)
    expect(Object.keys(seen.items)).toEqual([])
  })

  it('remembers an item called __proto__ and reads it back after a clone', () => {
    const profile = structuredClone(fold(happening(morning, 'view_item', { items: things('__proto__') })))
    expect(recall(profile, '__proto__')?.views).toBe(1)
    expect(recall(profile, 'constructor')).toBeUndefined()
    expect(advance(profile, happening(morning + minute, 'view_item', { items: things('__proto__') }))
      .items['__proto__']?.views).toBe(2)
  })
})

describe('bounds', () => {
  it('keeps at most 500 items, ordered ones longest', () => {
    const views = Array.from({ length: 700 }, (_, i) => happening(morning + i, 'view_item', { items: things(`v${i}`) }))
    const profile = fold(happening(morning - 1, 'purchase', { transaction_id: '1', items: things('bought') }), ...views)
    expect(Object.keys(profile.items).length).toBeLessThanOrEqual(500)
    expect(recall(profile, 'bought')?.orders).toBe(1)
    expect(recall(profile, 'v699')?.views).toBe(1)
    expect(recall(profile, 'v0')).toBeUndefined()
  })

  it('keeps the newest 50 views, 20 searches and 50 orders, and every order id', () => {
    const log = Array.from({ length: 60 }, (_, i) => [
      happening(morning + i * day, 'view_item', { items: things(`v${i}`) }),
      happening(morning + i * day, 'search', { search_term: `s${i}` }),
      happening(morning + i * day, 'purchase', { transaction_id: `o${i}`, items: things('x') }),
    ]).flat()
    const profile = fold(...log)
    expect(profile.viewed).toEqual(Array.from({ length: 50 }, (_, i) => `v${i + 10}`))
    expect(profile.searches.map(search => search.term)).toEqual(Array.from({ length: 20 }, (_, i) => `s${i + 40}`))
    expect(profile.orders[0]?.id).toBe('o10')
    expect(profile.orders).toHaveLength(50)
    expect(advance(profile, happening(morning + 99 * day, 'purchase', { transaction_id: 'o0', items: things('x') })).orders)
      .toEqual(profile.orders)
    expect(profile.purchaseDays).toBe(60)
    expect(recall(profile, 'x')?.orderedAt).toHaveLength(12)
  })
})

describe('visits', () => {
  it('begins a visit after 30 minutes without an event, and remembers when the last one ended', () => {
    const view = (at: number): ShopEvent => happening(at, 'page_view', {})
    const profile = fold(view(morning), view(morning + 29 * minute), view(morning + 59 * minute))
    expect(profile).toMatchObject({
      visits: 2, visitStartedAt: morning + 59 * minute, returnedAt: morning + 59 * minute, previousVisitAt: morning + 29 * minute,
      firstAt: morning, lastAt: morning + 59 * minute,
    })
  })

  it('does not count what the log itself writes', () => {
    expect(fold(happening(morning, 'compacted', { until: 1, count: 2 })).visits).toBe(0)
  })
})

describe('what the shopper says', () => {
  it('keeps "not for me" until it is undone', () => {
    const no = happening(morning, 'not_for_me', { items: things('a') })
    expect(fold(no).notForMe).toEqual({ a: morning })
    expect(fold(no, happening(morning + 1, 'not_for_me', { items: things('a'), undone: true })).notForMe).toEqual({})
  })

  it('forgets views and adds of an item, and not its orders', () => {
    const profile = fold(
      happening(morning, 'view_item', { items: things('a', 'b') }),
      happening(morning, 'add_to_cart', { items: things('b') }),
      happening(morning, 'purchase', { transaction_id: '1', items: things('b') }),
      happening(morning + minute, 'forget', { items: things('a', 'b') }),
    )
    expect(profile.viewed).toEqual([])
    expect(recall(profile, 'a')).toBeUndefined()
    expect(recall(profile, 'b')).toMatchObject({ views: 0, adds: 0, orders: 1 })
  })

  it('keeps what its page called sold out, until its page says so no more', () => {
    const soldOut = happening(morning, 'view_item', { items: [{ item_id: 'a', in_stock: false }] })
    const stay = happening(morning + 1, 'user_engagement', { items: things('a'), engagement_time_msec: 5000 })
    expect(recall(fold(soldOut, stay), 'a')?.item.in_stock).toBe(false)
    expect(recall(fold(soldOut, happening(morning + 2, 'view_item', { items: things('a') })), 'a')?.item).toEqual({ item_id: 'a' })
  })

  it('hides an order and keeps it counted', () => {
    const profile = fold(
      happening(morning, 'purchase', { transaction_id: '1', items: things('a') }),
      happening(morning, 'hide_order', { transaction_id: '1' }),
    )
    expect(profile.orders[0]).toMatchObject({ id: '1', hidden: true })
    expect(profile.purchaseDays).toBe(1)
  })

  it('keeps show times and dismissals of a nudge', () => {
    const profile = fold(
      happening(morning, 'view_promotion', { promotion_id: 'cart-nudge' }),
      happening(morning + 1, 'dismiss_promotion', { promotion_id: 'cart-nudge' }),
    )
    expect(profile.promotions['cart-nudge']).toEqual({ shownAt: [morning], dismissals: 1, dismissedAt: morning + 1 })
  })
})
