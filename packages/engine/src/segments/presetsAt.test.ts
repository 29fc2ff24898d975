import { describe, expect, it } from 'vitest'
import type { ShopEvent, ShopEventMap } from '../event.ts'
import type { Item } from '../item.ts'
import { tastesOf } from '../affinity/tastesOf.ts'
import { pageAttributes } from '../affinity/attributesOf.ts'
import { defaultLifecycle, defaultNorms } from '../norms/defaultNorms.ts'
import type { StoreNorms } from '../norms/storeNorms.ts'
import { emptyProfile } from '../profile/emptyProfile.ts'
import { foldEvents } from '../profile/foldEvents.ts'
import type { Profile } from '../profile/profile.ts'
import { day, happening, hour, minute, morning, things } from '../profile/testing/happening.ts'
import { presetsAt } from './presetsAt.ts'
import type { Membership } from './segment.ts'

const shopper = (...events: ShopEvent[]): Profile => foldEvents(emptyProfile(), events)
const visit = (at: number): ShopEvent => happening(at, 'page_view', {})
const bought = (at: number, items: Item[], more: Partial<ShopEventMap['purchase']> = {}): ShopEvent =>
  happening(at, 'purchase', { transaction_id: `${at}`, items, ...more })
const order = (at: number, ...quantities: number[]): ShopEvent =>
  bought(
    at,
    quantities.map((quantity, i) => ({ item_id: `item ${i}`, quantity })),
  )
const store: StoreNorms = {
  ...defaultNorms,
  currency: 'GBP',
  lifecycle: {
    ...defaultLifecycle,
    gapDays: [10, 20, 40, 60],
    recencyCuts: [5, 10, 20, 40],
    frequencyCuts: [1, 2, 3, 5],
    moneyCuts: [10, 20, 50, 100],
    bulkUnitsPerLine: 48,
    bulkOrderValue: 500,
  },
  tastes: { discounted: 0.2, shares: { category: { Garden: 0.1, Tea: 0.5, Baby: 0.1 }, brand: { Ours: 0.2, Theirs: 0.6 } } },
}
const told = (profile: Profile, now: number, norms = store): Membership[] =>
  presetsAt({ profile, norms, tastes: tastesOf(profile, pageAttributes, norms.tastes, now), now }).memberships
const idsAt = (profile: Profile, now: number, norms = store): string[] => told(profile, now, norms).map(({ id }) => id)
const find = (profile: Profile, now: number, id: string): Membership | undefined => told(profile, now).find(one => one.id === id)

describe('presetsAt', () => {
  it('knows a stranger as a visitor on their first visit, until the visit is over', () => {
    expect(idsAt(emptyProfile(), morning)).toEqual(['visitor', 'first-visit'])
    const profile = shopper(visit(morning))
    expect(presetsAt({ profile, norms: store, now: morning }).flipsAt).toBe(morning + 30 * minute)
    expect(idsAt(profile, morning + 30 * minute - 1)).toEqual(['visitor', 'first-visit'])
    expect(find(profile, morning + day, 'returning')).toEqual({
      id: 'returning',
      since: morning + 30 * minute,
      because: [{ kind: 'visits', visits: 2 }],
    })
  })

  it('judges by the gaps of the store, and by the documented ones where nothing is known of it', () => {
    const profile = shopper(order(morning, 1))
    const stageAt = (days: number, norms: StoreNorms): string => idsAt(profile, morning + days * day, norms)[0]!
    expect([stageAt(67, store), stageAt(67, defaultNorms), stageAt(307, defaultNorms)]).toEqual(['lapsed', 'active', 'lapsed'])
  })

  it('gives a stage and an RFM group, each with its reason', () => {
    const profile = shopper(
      ...[0, 10, 20, 30, 40].map(days => bought(morning + days * day, [{ item_id: 'a', price: 30 }], { currency: 'GBP' })),
    )
    const now = morning + 41 * day
    expect(told(profile, now).slice(0, 2)).toEqual([
      {
        id: 'loyal',
        since: morning + 40 * day,
        because: [
          { kind: 'purchase-days', days: 5, atLeast: 5 },
          { kind: 'last-order', at: morning + 40 * day, daysAgo: 1 },
        ],
      },
      { id: 'rfm:champions', since: morning + 30 * day, because: [{ kind: 'scores', recency: 5, frequency: 4, money: 5 }] },
    ])
    // Twice the own gap of 10 days, passed by a tenth, and 75 % of the store's gaps: overdue.
    expect(idsAt(profile, morning + 62 * day)).toContain('loyal')
    expect(find(profile, morning + 63 * day, 'at-risk')!.because).toEqual([
      { kind: 'usual-gap', gapDays: 10 },
      { kind: 'last-order', at: morning + 40 * day, daysAgo: 23 },
    ])
    expect(find(profile, morning + 107 * day, 'lapsed')).toMatchObject({ since: morning + (40 + 66) * day + 1 })
  })

  it('says no RFM group where a price is not known', () => {
    expect(idsAt(shopper(order(morning, 1)), morning + day).filter(id => id.startsWith('rfm'))).toEqual([])
  })

  it('dates a frequent buyer by the day that made the number full, and lets it end when they stay away', () => {
    const profile = shopper(...[0, 10, 20, 30, 40].map(days => order(morning + days * day, 1)))
    expect(find(profile, morning + 41 * day, 'frequent-buyer')).toMatchObject({ since: morning + 40 * day })
    expect(idsAt(profile, morning + 80 * day)).toContain('frequent-buyer')
    expect(idsAt(profile, morning + 80 * day + 1)).not.toContain('frequent-buyer')
  })

  it('calls two orders of many units a line bulk, or two dear ones of few things, or a company, and not one', () => {
    const now = morning + 11 * day
    expect(idsAt(shopper(order(morning, 100, 20)), now)).not.toContain('bulk-buyer')
    expect(
      find(shopper(order(morning, 100, 20), order(morning + day, 1), order(morning + 10 * day, 48)), now, 'bulk-buyer'),
    ).toEqual({
      id: 'bulk-buyer',
      since: morning + 10 * day,
      because: [{ kind: 'units-per-line', units: 54, atLeast: 48, orders: 2 }],
    })
    const dear = [0, 1].map(days => bought(morning + days * day, things('a'), { currency: 'GBP', value: 500.01 }))
    expect(find(shopper(...dear), now, 'bulk-buyer')!.because).toEqual([
      { kind: 'big-orders', orders: 2, atLeast: 500, currency: 'GBP' },
    ])
    const declared = shopper(happening(morning, 'declare', { facts: { vat_id: 'GB1' } }))
    expect(find(declared, now, 'bulk-buyer')!.because).toEqual([{ kind: 'declared', name: 'vat_id' }])
  })

  it("calls price-sensitive who buys reduced things far more than the store's shoppers, from three orders on", () => {
    const reduced = (days: number): ShopEvent =>
      bought(
        morning + days * day,
        ['a', 'b', 'c'].map(item_id => ({ item_id, price: 1, discount: 1 })),
      )
    expect(idsAt(shopper(reduced(0), reduced(1)), morning + 3 * day)).not.toContain('price-sensitive')
    expect(find(shopper(reduced(0), reduced(1), reduced(2)), morning + 3 * day, 'price-sensitive')).toEqual({
      id: 'price-sensitive',
      since: morning + 2 * day,
      because: [{ kind: 'discounted', lines: 9, of: 9 }],
    })
    // Where seven in ten lines are reduced, nobody is.
    const norms = { ...store, tastes: { ...store.tastes!, discounted: 0.7 } }
    expect(idsAt(shopper(reduced(0), reduced(1), reduced(2)), morning + 3 * day, norms)).not.toContain('price-sensitive')
  })

  it('calls a liking what is turned to more than others do, on two days, and never names what is sensitive', () => {
    const looks = (category: string, ...days: number[]): ShopEvent[] =>
      days.map(days => happening(morning + days * day, 'view_item', { items: [{ item_id: category, item_category: category }] }))
    expect(idsAt(shopper(...looks('Garden', 0, 0, 0, 0, 0, 0, 0)), morning)).not.toContain('category-interest')
    const profile = shopper(...looks('Garden', 0, 0, 1, 1, 1, 1, 1))
    expect(find(profile, morning + day, 'category-interest')).toEqual({
      id: 'category-interest',
      since: morning,
      because: [{ kind: 'liking', attribute: 'category', value: 'Garden', events: 7, days: 2 }],
    })
    const [taste] = tastesOf(profile, pageAttributes, store.tastes, morning + day)
    expect(idsAt(profile, taste!.until! - 1)).toContain('category-interest')
    expect(idsAt(profile, taste!.until!)).not.toContain('category-interest')
    expect(tastesOf(shopper(...looks('Baby', 0, 1, 2, 3, 4, 5, 6, 7)), pageAttributes, store.tastes, morning + 8 * day)).toEqual(
      [],
    )
  })

  it('calls an enthusiast who buys half of everything of one brand, in three orders', () => {
    const of = (days: number, item_brand: string): ShopEvent =>
      bought(morning + days * day, [{ item_id: `${item_brand}${days}`, item_brand }])
    const profile = shopper(of(0, 'Ours'), of(10, 'Theirs'), of(20, 'Ours'), of(30, 'Ours'))
    expect(find(profile, morning + 31 * day, 'brand-enthusiast')).toEqual({
      id: 'brand-enthusiast',
      since: morning + 30 * day,
      because: [{ kind: 'bought-of', attribute: 'brand', value: 'Ours', orders: 3 }],
    })
    // Its third order is not half of all yet, the fourth is.
    const late = shopper(...[0, 1, 2, 3].map(days => of(days, 'Theirs')), ...[10, 11, 12, 13, 14].map(days => of(days, 'Ours')))
    expect(find(late, morning + 20 * day, 'brand-enthusiast')!.since).toBe(morning + 13 * day)
    // Most lines of the store are Theirs: buying it says nothing.
    expect(idsAt(shopper(of(0, 'Theirs'), of(1, 'Theirs'), of(2, 'Theirs')), morning + 3 * day)).not.toContain('brand-enthusiast')
  })

  it('knows who buys gifts, who comes back in one season, and who compares', () => {
    const gifts = [0, 40].map(days => bought(morning + days * day, [{ item_id: `${days}`, item_name: 'Gift bag' }]))
    expect(find(shopper(...gifts), morning + 41 * day, 'gift-buyer')).toMatchObject({
      since: morning + 40 * day,
      because: [{ kind: 'gifts', orders: 2, of: 2 }],
    })
    const winters = [0, 30, 365].map(days => order(morning + days * day, 1))
    expect(find(shopper(...winters), morning + 366 * day, 'seasonal-buyer')!.because).toEqual([
      { kind: 'season', months: [10, 11, 0], days: 3, of: 3 },
    ])
    const looks = ['a', 'b', 'c', 'd'].map((item_id, n) =>
      happening(morning + n * hour, 'view_item', { items: [{ item_id, item_category: 'Tea' }] }),
    )
    expect(find(shopper(...looks), morning + 13 * day, 'comparing')).toEqual({
      id: 'comparing',
      since: morning + 3 * hour,
      because: [{ kind: 'compared', attribute: 'category', value: 'Tea', items: 4 }],
    })
    expect(idsAt(shopper(...looks), morning + 14 * day)).not.toContain('comparing')
    expect(
      idsAt(shopper(...looks, bought(morning + day, [{ item_id: 'a', item_category: 'Tea' }])), morning + 2 * day),
    ).not.toContain('comparing')
  })

  it('does not hold against a shopper what they called wrong', () => {
    const profile = shopper(
      visit(morning),
      visit(morning + day),
      happening(morning + day, 'forget', { guess: 'segment:returning' }),
    )
    expect(idsAt(profile, morning + day)).toEqual(['visitor'])
  })
})
