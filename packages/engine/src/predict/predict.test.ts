import { describe, expect, it } from 'vitest'
import type { ShopEvent } from '../event.ts'
import { defaultNorms } from '../norms/defaultNorms.ts'
import type { CategoryNorms, StoreNorms } from '../norms/storeNorms.ts'
import { emptyProfile } from '../profile/emptyProfile.ts'
import { foldEvents } from '../profile/foldEvents.ts'
import type { Profile } from '../profile/profile.ts'
import { day, happening, hour, morning } from '../profile/testing/happening.ts'
import { predict } from './predict.ts'
import { priceSensitivityOf } from './priceSensitivity.ts'
import { dueWithin, normalAbove } from './survival.ts'

const food: CategoryNorms = { again: 0.4, lnGapMean: Math.log(30), lnGapSd: 0.3, units: 1, lnPriceMean: 0, lnPriceSd: 1 }
const norms: StoreNorms = {
  ...defaultNorms,
  currency: 'GBP',
  categories: { 'Food': food, '': { ...food, again: 0.04 } },
  season: { months: [2, ...Array.from({ length: 11 }, () => 1)], years: 1 },
}
const profileOf = (...events: ShopEvent[]): Profile => foldEvents(emptyProfile(), events)
const order = (days: number, quantity = 1, category = 'Food', price = 1): ShopEvent =>
  happening(morning + days * day, 'purchase', {
    transaction_id: `${days}`,
    items: [{ item_id: 'a', quantity, item_category: category, price }],
    currency: 'GBP',
  })
const needs = (profile: Profile, days: number) => predict({ profile, norms, now: morning + days * day }).needs

describe('the time to buy again', () => {
  it('is told by a lognormal: the published intervals of about a month', () => {
    const logs = [28, 31, 30, 27, 35, 29, 33].map(Math.log)
    const mean = logs.reduce((sum, ln) => sum + ln, 0) / 7
    const sd = Math.sqrt(logs.reduce((sum, ln) => sum + (ln - mean) ** 2, 0) / 7)
    expect([mean, sd]).toEqual([expect.closeTo(3.411768, 6), expect.closeTo(0.084642, 6)])
    for (const [days, probability] of [
      [25, 0.735131],
      [28, 0.945653],
      [31, 0.990375],
    ] as const)
      expect(dueWithin(days, 7, mean, sd)).toBeCloseTo(probability, 5)
  })

  it('keeps its precision far out, where two small numbers are divided', () => {
    // Abramowitz and Stegun, table 26.1 and 26.2: Q(1), Q(3), Q(5), Q(8).
    for (const [z, above] of [
      [0, 0.5],
      [1, 0.158655254],
      [3, 1.34989803e-3],
      [5, 2.86651572e-7],
      [8, 6.22096e-16],
      [-1, 0.841344746],
    ] as const) {
      expect(normalAbove(z) / above).toBeCloseTo(1, 5)
    }
    expect(dueWithin(400, 7, 3.4, 0.08)).toBeLessThanOrEqual(1)
  })

  it('leans on the store as on three gaps, and grows with what was bought', () => {
    expect(needs(profileOf(order(0)), 1)).toMatchObject([{ itemId: 'a', dueAt: morning + 30 * day }])
    expect(needs(profileOf(order(0, 2)), 1)[0]!.dueAt).toBeCloseTo(morning + 60 * day, -2)
    // Two packs lasted 40 days, so one lasts 20: (30^3 x 20)^(1/4).
    expect(needs(profileOf(order(0, 2), order(40)), 41)[0]!.dueAt).toBeCloseTo(morning + (40 + (30 ** 3 * 20) ** 0.25) * day, -2)
  })

  it('is not told of durables, nor after twice the gap', () => {
    expect(needs(profileOf(order(0, 1, 'Chairs')), 1)).toEqual([])
    expect(needs(profileOf(order(0)), 60)).toHaveLength(1)
    expect(needs(profileOf(order(0)), 61)).toEqual([])
  })
})

describe('predict', () => {
  it('is silent of everything for somebody unknown', () => {
    expect(predict({ profile: emptyProfile(), norms: defaultNorms, now: morning })).toEqual({
      needs: [],
      priceTiers: expect.objectContaining({}),
      tastes: [],
    })
  })

  it("tells tiers from three lines on, in the store's currency alone", () => {
    const tier = (price: number): Record<string, string> => ({
      ...predict({
        profile: profileOf(order(0, 1, 'Food', price), order(1, 1, 'Food', price), order(2, 1, 'Food', price)),
        norms,
        now: morning + 3 * day,
      }).priceTiers,
    })
    expect([tier(0.3), tier(1), tier(3)]).toEqual([{ Food: 'budget' }, { Food: 'middle' }, { Food: 'premium' }])
    expect({
      ...predict({ profile: profileOf(order(0, 1, 'Food', 9), order(1, 1, 'Food', 9)), norms, now: morning + 3 * day })
        .priceTiers,
    }).toEqual({})
  })

  it("tells hours by the device's clock and the season by the store's, over the change of clocks", () => {
    // Saturdays at 8:00 in London, also after the clocks went forward on 27 March 2011.
    const visits = Array.from({ length: 9 }, (_, week) => Date.UTC(2011, 2, 5 + 7 * week, week < 4 ? 8 : 7))
    const { habits, season } = predict({
      profile: profileOf(...visits.map(at => happening(at, 'page_view', {}))),
      norms,
      now: visits.at(-1)!,
      timeZone: 'Europe/London',
    })
    expect(habits!.hours.indexOf(Math.max(...habits!.hours))).toBe(8)
    expect(habits!.weekdays.indexOf(Math.max(...habits!.weekdays))).toBe(6)
    expect(habits!.hours.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
    expect(season).toEqual({ index: 1, years: 1 })
    const monthOf = (at: number, timeZone: string) =>
      predict({ profile: emptyProfile(), norms: { ...norms, timeZone }, now: at }).season!.index
    expect([monthOf(Date.UTC(2011, 11, 31, 23), 'UTC'), monthOf(Date.UTC(2011, 11, 31, 23), 'Europe/Berlin')]).toEqual([1, 2])
    expect(
      predict({
        profile: profileOf(...visits.slice(0, 7).map(at => happening(at, 'page_view', {}))),
        norms,
        now: visits[6]! + hour,
      }).habits,
    ).toBeUndefined()
  })

  it("shrinks the share of reduced lines towards the store's", () => {
    expect(priceSensitivityOf([{ at: 0, units: 3, lines: 3, discounted: 3, judged: 3 }], 0.2)!.share).toBeCloseTo(
      (3 + 5 * 0.2) / 8,
    )
    expect(priceSensitivityOf([{ at: 0, units: 3, lines: 3 }], 0.2)).toBeUndefined()
  })
})
