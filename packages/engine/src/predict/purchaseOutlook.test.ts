import { describe, expect, it } from 'vitest'
import type { CltvNorms } from '../norms/storeNorms.ts'
import type { PurchaseMark, Purchases } from '../profile/profile.ts'
import { churnWithin } from './churnWithin.ts'
import { purchaseOutlook } from './purchaseOutlook.ts'
import { purchaseStats } from './purchaseStats.ts'

const day = 86_400_000
const bought = (at: number, value?: number, currency = 'GBP'): PurchaseMark =>
  ({ at, units: 1, lines: 1, ...(value !== undefined && { value, currency }) })
const cltv: CltvNorms = {
  model: 'mbg-nbd', r: 0.525, alpha: 6.183, a: 0.891, b: 1.614, spend: { p: 6.25, q: 3.74, gamma: 15.44 }, horizonWeeks: 52,
  annualRate: 0.1, margin: 1, priorOnly: false, repeatBuyers: 946, fittedTo: 100 * day,
}

describe('purchaseStats', () => {
  it('counts days after the first, in weeks of 7 days, and leaves the first out of the mean', () => {
    const marks = [bought(day, 100), bought(8 * day, 10), bought(8.2 * day, 20), bought(15 * day, 50)]
    expect(purchaseStats({ marks }, 29.9 * day)).toEqual({ repeats: 2, lastWeeks: 2, ageWeeks: 4, meanSpend: 40 })
  })

  it('merges the orders of one day of the store, not of one day of Greenwich', () => {
    const evening = Date.UTC(2026, 5, 1, 22, 30)
    const marks = [bought(evening), bought(evening + 2 * 3_600_000)]
    expect(purchaseStats({ marks }, evening + day, 'UTC')?.repeats).toBe(1)
    expect(purchaseStats({ marks }, evening + day, 'Europe/Berlin')?.repeats).toBe(0)
  })

  it('takes an order that was worth nothing for none, and another currency for no value', () => {
    const free = { marks: [bought(day, 0), bought(3 * day, 5), bought(9 * day, 7)] }
    expect(purchaseStats(free, 9 * day)).toEqual({ repeats: 1, lastWeeks: 6 / 7, ageWeeks: 6 / 7, meanSpend: 7 })
    expect(purchaseStats({ marks: [bought(0, 5), bought(7 * day, 5, 'EUR')] }, 7 * day, 'UTC', 'GBP'))
      .toEqual({ repeats: 1, lastWeeks: 1, ageWeeks: 1 })
    expect(purchaseStats({ marks: [] }, 0)).toBeUndefined()
    expect(purchaseStats(undefined, 0)).toBeUndefined()
  })

  it('goes on from the sums of what is too old to be kept one by one', () => {
    const older = { orders: 30, days: 28, firstAt: 0, lastAt: 300 * day, value: 270, firstValue: 9 }
    expect(purchaseStats({ marks: [bought(350 * day, 10)], older }, 357 * day))
      .toEqual({ repeats: 28, lastWeeks: 50, ageWeeks: 51, meanSpend: 271 / 28 })
  })

  it('knows nothing of what comes after now', () => {
    expect(purchaseStats({ marks: [bought(0), bought(70 * day)] }, 7 * day)).toEqual({ repeats: 0, lastWeeks: 0, ageWeeks: 1 })
  })
})

describe('purchaseOutlook', () => {
  const purchases: Purchases = { marks: [bought(0, 20), bought(40 * day, 30)] }
  const norms = { cltv, currency: 'GBP' }

  it('tells churn and orders for 90 days and value for the horizon of the fit', () => {
    const { churn, orders, value, priorOnly } = purchaseOutlook(purchases, norms, 100 * day)
    expect(churn).toEqual({
      probability: churnWithin(cltv, { repeats: 1, lastWeeks: 40 / 7, ageWeeks: 100 / 7 }, 90 / 7), horizonDays: 90,
    })
    expect(orders!.expected).toBeGreaterThan(1 - churn!.probability)
    expect(value).toEqual({ amount: expect.any(Number), currency: 'GBP', horizonDays: 364, annualRate: 0.1 })
    expect(priorOnly).toBeUndefined()
  })

  it('tells nothing of who never bought, without a fit, or 60 days after its last order', () => {
    expect(purchaseOutlook(undefined, norms, 100 * day)).toEqual({})
    expect(purchaseOutlook(purchases, {}, 100 * day)).toEqual({})
    expect(purchaseOutlook(purchases, norms, 160 * day).churn).toBeDefined()
    expect(purchaseOutlook(purchases, norms, 160 * day + 1)).toEqual({})
  })

  it('says when the numbers are a prior\'s', () => {
    expect(purchaseOutlook(purchases, { cltv: { ...cltv, priorOnly: true } }, 100 * day).priorOnly).toBe(true)
  })
})
