import { describe, expect, it } from 'vitest'
import type { ShopEvent } from '../event.ts'
import { emptyProfile } from '../profile/emptyProfile.ts'
import { foldEvents } from '../profile/foldEvents.ts'
import type { Profile } from '../profile/profile.ts'
import { day, happening, hour, minute, morning } from '../profile/testing/happening.ts'
import { tinyModel } from '../recommend/testing/tinyModel.ts'
import { segmentsOf } from './segmentsOf.ts'

const shopper = (...events: ShopEvent[]): Profile => foldEvents(emptyProfile(), events)
const visit = (at: number): ShopEvent => happening(at, 'page_view', {})
const order = (at: number, ...quantities: number[]): ShopEvent => happening(at, 'purchase', {
  transaction_id: `${at}`, items: quantities.map((quantity, i) => ({ item_id: `item ${i}`, quantity })),
})
const idsAt = (profile: Profile, now: number): string[] => segmentsOf(profile, undefined, now).map(segment => segment.id)
const params = tinyModel([], { params: { gapDays: [10, 20, 40, 60], bulkUnitsPerLine: 48, frequentPurchaseDays: 5 } }).params

describe('segmentsOf', () => {
  it('calls the first half hour a first visit, also before its first event is known', () => {
    expect(segmentsOf(emptyProfile(), undefined, morning)).toEqual([
      { id: 'first-visit', since: morning, because: [{ kind: 'visits', visits: 1 }] },
    ])
    expect(idsAt(shopper(visit(morning)), morning + 29 * minute)).toEqual(['first-visit'])
  })

  it('calls a second visit returning, since it began', () => {
    expect(idsAt(shopper(visit(morning)), morning + day)).toEqual(['returning'])
    expect(segmentsOf(shopper(visit(morning), visit(morning + day), visit(morning + 2 * day)), undefined, morning + 2 * day)).toEqual([
      { id: 'returning', since: morning + day, because: [{ kind: 'visits', visits: 3 }] },
    ])
  })

  it('calls three days of buying frequent without a model, and the store\'s best fifth with one', () => {
    const profile = shopper(order(morning, 1), order(morning + hour, 1), order(morning + 30 * day, 1), order(morning + 50 * day, 1))
    const now = morning + 51 * day
    expect(segmentsOf(profile, undefined, now).find(segment => segment.id === 'frequent-buyer')).toEqual({
      id: 'frequent-buyer', since: morning + 50 * day, because: [{ kind: 'purchase-days', days: 3, atLeast: 3 }],
    })
    expect(segmentsOf(profile, params, now).map(segment => segment.id)).toEqual(['returning'])
  })

  it('dates a frequent buyer by the day that made the number full, and lets it end when they stay away', () => {
    const profile = shopper(...[0, 10, 20, 30, 40].map(days => order(morning + days * day, 1)))
    expect(segmentsOf(profile, undefined, morning + 41 * day)[1]).toMatchObject({ id: 'frequent-buyer', since: morning + 20 * day })
    expect(idsAt(profile, morning + (40 + 197) * day)).not.toContain('frequent-buyer')
  })

  it('calls two orders of many units a line bulk, not one', () => {
    const now = morning + 11 * day
    expect(idsAt(shopper(order(morning, 100, 20)), now)).not.toContain('bulk-buyer')
    const profile = shopper(order(morning, 100, 20), order(morning + day, 1), order(morning + 10 * day, 24))
    expect(segmentsOf(profile, undefined, now).find(segment => segment.id === 'bulk-buyer')).toEqual({
      id: 'bulk-buyer', since: morning + 10 * day, because: [{ kind: 'units-per-line', units: 42, atLeast: 24, orders: 2 }],
    })
    expect(segmentsOf(profile, params, now).map(segment => segment.id)).not.toContain('bulk-buyer')
  })

  it('calls a shopper lapsed after 95 % of the store\'s gaps, and says how long it is', () => {
    const profile = shopper(order(morning, 1))
    expect(idsAt(profile, morning + 279 * day)).not.toContain('lapsed')
    expect(segmentsOf(profile, params, morning + 61 * day).find(segment => segment.id === 'lapsed')).toEqual({
      id: 'lapsed', since: morning + 60 * day,
      because: [{ kind: 'last-order', at: morning, daysAgo: 61, moreThanDays: 60 }],
    })
  })
})
