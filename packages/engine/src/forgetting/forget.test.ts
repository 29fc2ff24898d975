import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ShopEvent, ShopEventMap } from '../event.ts'
import { segmentsAt } from '../segments/segmentsAt.ts'
import { emptyProfile } from '../profile/emptyProfile.ts'
import { foldEvents } from '../profile/foldEvents.ts'
import { forgottenName, isNamedBy, readForgottenName } from '../profile/forgottenName.ts'
import { hashId } from '../profile/hashId.ts'
import type { Profile } from '../profile/profile.ts'
import { recall } from '../profile/recall.ts'
import { takeOut, type TakenOut } from './takeOut.ts'
import { day, happening, hour, minute, morning, things } from '../profile/testing/happening.ts'

const fold = (...events: ShopEvent[]): Profile => foldEvents(emptyProfile(), events)
const evening = morning + 400 * day

const anyId = fc.constantFrom('a', 'b', 'c', '7', '__proto__', 'constructor')
const anyItems = fc.array(fc.record({ item_id: anyId, quantity: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 3 })
const anyEvent: fc.Arbitrary<(at: number) => ShopEvent> = fc.oneof(
  anyItems.map(items => (at: number) => happening(at, 'view_item', { items })),
  anyItems.map(items => (at: number) => happening(at, 'view_item_list', { items })),
  anyItems.map(items => (at: number) => happening(at, 'add_to_cart', { items, currency: 'GBP', value: 3 })),
  anyItems.map(items => (at: number) => happening(at, 'remove_from_cart', { items })),
  fc.tuple(anyId, anyItems).map(([id, items]) => (at: number) => happening(at, 'purchase', { transaction_id: id, items })),
  anyItems.map(items => (at: number) => happening(at, 'not_for_me', { items })),
  anyItems.map(items => (at: number) => happening(at, 'more_like_this', { items })),
  anyId.map(id => (at: number) => happening(at, 'search', { search_term: id })),
)
const anySnapshot = fc.array(fc.record({ item_id: anyId, quantity: fc.integer({ min: 1, max: 9 }) }), { maxLength: 3 })
  .map(items => (at: number) => happening(at, 'view_cart', { items }))

function logOf(event: fc.Arbitrary<(at: number) => ShopEvent>): fc.Arbitrary<ShopEvent[]> {
  return fc.array(fc.tuple(fc.constantFrom(500, 1999, 2500, hour, day, 2 * day), event), { maxLength: 30 }).map(steps => {
    let at = morning
    return steps.map(([gap, make]) => make(at += gap))
  })
}

/** The log as `forget` leaves it: what is named taken out of the raw events. */
function purged(log: ShopEvent[], what: TakenOut): ShopEvent[] {
  return log.flatMap(event => takeOut(event, what) ?? [])
}

/** What pages show and compute of a profile; visits are not among it, because a visit may have been all that was forgotten. */
function shown(profile: Profile) {
  const { items, viewed, searches, orders, orderIds, orderedUnits, purchaseDays, notForMe, cart } = profile
  // A memory without evidence holds an item's name for the basket's lines; nothing is shown or concluded from it.
  const memories = Object.entries(items).filter(
    ([, { views, adds, orders: times, wantedAt }]) => views + adds + times > 0 || wantedAt !== undefined,
  )
    .map(([id, { item, reported, ...memory }]) => [id, memory]).sort()
  const lines = cart.lines.map(line => [line.item_id, line.quantity]).sort()
  return {
    memories, viewed, searches, orders, orderIds: Object.keys(orderIds).sort(), orderedUnits, purchaseDays,
    notForMe: Object.entries(notForMe).sort(), lines,
  }
}

describe('a name that was forgotten', () => {
  it('can be recognised, cannot be read, and gives back the hash of the name', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 40 }), name => {
      const forgotten = forgottenName(name)
      expect(forgotten).toMatch(/^~[A-Ja-z]+\.[A-Ja-z]+$/)
      expect(readForgottenName(forgotten)).toBe(hashId(name))
      expect(isNamedBy([forgotten])(name)).toBe(true)
      expect(isNamedBy([name])(name)).toBe(true)
      expect(isNamedBy([forgotten])(`${name}x`)).toBe(false)
    }))
  })

  it('is not mistaken for a shop\'s own order number', () => {
    for (const id of ['#1001', '~1', '~abc', 'A-10042', '~Kitchen.Sink', '']) expect(readForgottenName(id)).toBeUndefined()
  })
})

describe('forgetting items', () => {
  it('leaves the same to be shown whether the raw events were taken out or not', () => {
    fc.assert(fc.property(logOf(anyEvent), fc.uniqueArray(anyId, { minLength: 1, maxLength: 2 }), (log, ids) => {
      const wish = happening(evening, 'forget', { items: things(...ids.map(forgottenName)) })
      const after = purged(log, { items: new Set(ids) })
      const whole = fold(...log, wish)
      // Forgetting by the plain name is the same act.
      expect(shown(fold(...log, happening(evening, 'forget', { items: things(...ids) })))).toEqual(shown(whole))
      // An order of the item is the order's own fact: what it settled and which counts it holds do not change here.
      expect(shown(fold(...after, wish))).toEqual(shown(whole))
    }))
  })

  it('takes every trace of them out of the raw log but their orders, also where baskets are told as snapshots', () => {
    fc.assert(fc.property(logOf(fc.oneof(anyEvent, anySnapshot)), anyId, (log, id) => {
      const after = purged(log, { items: new Set([id]) })
      for (const event of after) {
        if (event.name !== 'purchase') expect(JSON.stringify(event)).not.toContain(`"item_id":"${id}"`)
      }
      const profile = fold(...after, happening(evening, 'forget', { items: things(forgottenName(id)) }))
      expect(recall(profile, id)?.views ?? 0).toBe(0)
      expect(recall(profile, id)?.adds ?? 0).toBe(0)
      expect(profile.viewed).not.toContain(id)
      expect(profile.rememberedCart?.lines.some(line => line.item_id === id) ?? false).toBe(false)
    }))
  })

  it('keeps what the shop\'s own basket holds, and is not told of it anew by the next page', () => {
    const snapshot = (at: number): ShopEvent => happening(at, 'view_cart', { items: things('a', 'b') })
    const log = [happening(morning, 'view_item', { items: things('a') }), snapshot(morning + 1)]
    const after = purged(log, { items: new Set(['a']), inBasket: new Set(['a']) })
    const profile = fold(...after, happening(morning + minute, 'forget', { items: things('a') }), snapshot(morning + 2 * minute))
    expect(profile.cart.lines.map(line => line.item_id)).toEqual(['a', 'b'])
    expect(recall(profile, 'a')).toMatchObject({ views: 0, adds: 0 })
  })

  it('is also forgetting what was only concluded of them', () => {
    const concluded = happening(morning, 'purchase', { transaction_id: 'inferred-1', inferred: true, items: things('a') })
    expect(takeOut(concluded, { items: new Set(['a']) })).toMatchObject({ params: { items: [] } })
    expect(recall(fold(concluded, happening(evening, 'forget', { items: things('a') })), 'a')).toBeUndefined()
  })

  it('names a basket without its value once something was taken out of it', () => {
    const event = happening(morning, 'add_to_cart', { items: things('a', 'b'), currency: 'GBP', value: 12 })
    expect(takeOut(event, { items: new Set(['a']) })).toEqual({ ...event, params: { items: things('b'), currency: 'GBP' } })
  })
})

describe('forgetting a search', () => {
  it('leaves the others', () => {
    fc.assert(fc.property(logOf(anyEvent), anyId, (log, term) => {
      const wish = happening(evening, 'forget', { search_term: forgottenName(term) })
      const after = purged(log, { searchTerm: term })
      const whole = fold(...log, wish)
      expect(whole.searches.some(search => search.term === term)).toBe(false)
      expect(shown(fold(...after, wish))).toEqual(shown(whole))
      expect(after.length).toBe(log.filter(event => event.name !== 'search' || event.params.search_term !== term).length)
    }))
  })
})

describe('forgetting an order', () => {
  const wishFor = (id: string): ShopEvent => happening(evening, 'forget', { transaction_id: forgottenName(id) })

  it('takes it out of everything that is shown or computed, and counts its number once for ever', () => {
    fc.assert(fc.property(logOf(anyEvent), anyId, (log, id) => {
      const after = purged(log, { orderId: id })
      for (const profile of [fold(...log, wishFor(id)), fold(...after, wishFor(id))]) {
        expect(profile.orders.some(order => order.id === id)).toBe(false)
        expect(Object.keys(profile.orderIds)).toContain(hashId(id))
        const again = foldEvents(profile, [happening(evening + day, 'purchase', { transaction_id: id, items: things('a') })])
        expect(again.orders).toEqual(profile.orders)
        expect(again.orderedUnits).toBe(profile.orderedUnits)
      }
      const { lines: _, ...before } = shown(fold(...log, wishFor(id)))
      const { lines: __, ...later } = shown(fold(...after, wishFor(id)))
      expect(later).toEqual(before)
      expect(JSON.stringify(after.filter(event => event.name === 'purchase'))).not.toContain(`"transaction_id":"${id}"`)
    }))
  })

  it('counts what is left as if the order had never been', () => {
    const first = happening(morning, 'purchase', { transaction_id: '1', items: [{ item_id: 'a', quantity: 2 }] })
    const second = happening(
      morning + day, 'purchase', { transaction_id: '2', items: [{ item_id: 'a', quantity: 9 }, { item_id: 'b' }] },
    )
    const { visits, orderIds, ...without } = fold(first, second, wishFor('2'))
    expect(without).toMatchObject({ purchaseDays: 1, orderedUnits: 2 })
    expect(recall(fold(first, second, wishFor('2')), 'a')).toMatchObject({ orders: 1, orderedAt: [morning], lastQuantity: 2 })
    expect(recall(fold(first, second, wishFor('2')), 'b')).toBeUndefined()
  })

  it('does not bring the basket back that the order settled', () => {
    const log = [
      happening(morning, 'add_to_cart', { items: things('a') }),
      happening(morning + minute, 'purchase', { transaction_id: '1', items: things('a') }),
    ]
    const profile = fold(...purged(log, { orderId: '1' }), wishFor('1'), happening(evening + day, 'page_view', {}))
    expect(profile.cart.lines).toEqual([])
    expect(profile.rememberedCart).toBeUndefined()
  })

  it('forgets them all at once, also those that are no longer listed', () => {
    const orders = Array.from(
      { length: 60 }, (_, n) => happening(morning + n * day, 'purchase', { transaction_id: `${n}`, items: things('a') }),
    )
    const profile = fold(...orders, happening(evening, 'forget', { what: 'orders' }))
    expect(profile).toMatchObject({ orders: [], purchaseDays: 0, orderedUnits: 0 })
    expect(recall(profile, 'a')).toBeUndefined()
    expect(Object.keys(profile.orderIds)).toHaveLength(60)
  })
})

describe('a conclusion called wrong', () => {
  const wrong = (
    at: number, more: Partial<ShopEventMap['forget']> = {},
  ): ShopEvent => happening(at, 'forget', { guess: 'segment:returning', ...more })

  it('is not held against the shopper until that is taken back', () => {
    const visits = [happening(morning, 'page_view', {}), happening(morning + day, 'page_view', {})]
    const ids = (profile: Profile): string[] => (
      segmentsAt({ profile, now: morning + 2 * day }).memberships.map(({ id }) => id).slice(1)
    )
    expect(ids(fold(...visits))).toEqual(['returning'])
    expect(ids(fold(...visits, wrong(morning + day + 1)))).toEqual([])
    expect(ids(fold(...visits, wrong(morning + day + 1), wrong(morning + day + 2, { undone: true })))).toEqual(['returning'])
  })

  it('keeps at most 50 of them', () => {
    const events = Array.from({ length: 70 }, (_, n) => happening(morning + n, 'forget', { guess: `kind:${n}` }))
    expect(Object.keys(fold(...events).wrongGuesses ?? {})).toHaveLength(50)
  })
})
