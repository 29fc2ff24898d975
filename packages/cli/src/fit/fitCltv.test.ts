import { expectedSpend, pActive } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import { cdnowCustomers, cdnowSummary, cdnowUntilDay } from '../testing/cdnow/readCdnow.ts'
import { seeded } from '../testing/seeded.ts'
import type { CustomerDays } from './customerDays.ts'
import { purchasesBetween, statsAt } from './customerDays.ts'
import { fitCltv } from './fitCltv.ts'
import { fitPurchases, purchasePrior } from './fitPurchases.ts'
import { fitSpend } from './fitSpend.ts'
import { areaUnderCurve } from './holdout/areaUnderCurve.ts'
import { measureHoldout } from './holdout/measureHoldout.ts'
import { fitReturnScore } from './holdout/returnScore.ts'
import { toPurchaseTable } from './purchaseTable.ts'

const customers = cdnowCustomers()
const stats = customers.map(customer => statsAt(customer, cdnowUntilDay)!)
const table = toPurchaseTable(stats)
const bg = fitPurchases(table, 'bg-nbd', false)
const mbg = fitPurchases(table, 'mbg-nbd', false)
/** Relative. */
const within = (found: number, wanted: number, tolerance: number): void =>
  expect(Math.abs(found / wanted - 1), `${found} for ${wanted}`).toBeLessThan(tolerance)
const cltvOf = ({ r, alpha, a, b, model }: typeof bg) => ({
  model, r, alpha, a, b, horizonWeeks: 52, annualRate: 0.1, margin: 1, priorOnly: false, repeatBuyers: 946, fittedTo: 0,
})

describe('the purchase days of CDNOW', () => {
  it('are those of the published summary', () => {
    expect([customers.length, stats.filter(({ repeats }) => repeats > 0).length]).toEqual([2357, 946])
    expect(stats.reduce((sum, { repeats }) => sum + repeats, 0)).toBe(2457)
    let most = 0
    for (const [at, published] of cdnowSummary().entries()) {
      const own = stats[at]!
      most = Math.max(most, own.repeats === published.repeats ? 0 : Infinity, Math.abs(own.lastWeeks - published.lastWeeks),
        Math.abs(own.ageWeeks - published.ageWeeks), Math.abs((own.meanSpend ?? 0) - (published.meanSpend ?? 0)))
    }
    // Two decimals are printed.
    expect(most).toBeLessThan(0.0051)
  })
})

describe('fitPurchases', () => {
  it('finds the published log-likelihoods and parameters of CDNOW', () => {
    expect(bg.logLikelihood).toBeGreaterThan(-9582.4293)
    expect(mbg.logLikelihood).toBeGreaterThan(-9582.1358)
    for (const [found, wanted] of [
      [bg.r, 0.242595], [bg.alpha, 4.413602], [bg.a, 0.792922], [bg.b, 2.425907],
      [mbg.r, 0.524843], [mbg.alpha, 6.183086], [mbg.a, 0.891359], [mbg.b, 1.614002],
    ] as const) within(found, wanted, 0.001)
  })

  it('is moved by its prior by less than 2 % in b with 2,357 customers, and keeps 100 of them in reason', () => {
    within(fitPurchases(table, 'bg-nbd', true).b, bg.b, 0.02)
    const few = toPurchaseTable(stats.slice(0, 100))
    const { a, b } = fitPurchases(few, 'bg-nbd', true)
    for (const parameter of [a, b]) {
      expect(parameter).toBeGreaterThan(0.2)
      expect(parameter).toBeLessThan(10)
    }
  })
})

describe('fitSpend', () => {
  const spenders = stats.flatMap(({ repeats, meanSpend }) => meanSpend === undefined ? [] : [{ repeats, meanSpend }])

  it('finds the published Gamma-Gamma fit of CDNOW, and the spend of Hardie\'s first ten rows', () => {
    const found = fitSpend(spenders)!
    expect(found.logLikelihood).toBeCloseTo(-4055.9177, 3)
    for (const [parameter, wanted] of [[found.p, 6.24957], [found.q, 3.74422], [found.gamma, 15.44352]] as const) {
      within(parameter, wanted, 0.003)
    }
    expect(found.correlation).toBeCloseTo(0.114, 3)
    const wanted = [24.66, 18.92, 35.22, 35.22, 35.22, 71.47, 18.92, 35.22, 27.29, 35.22]
    cdnowSummary().slice(0, 10).forEach((row, at) =>
      expect(expectedSpend({ p: 6.25, q: 3.74, gamma: 15.44 }, row)).toBeCloseTo(wanted[at]!, 1))
  })

  it.each([1e-6, 1e5, 1e6])('finds the same shape in a currency whose amounts are %s of it', (factor) => {
    const found = fitSpend(spenders.map(({ repeats, meanSpend }) => ({ repeats, meanSpend: meanSpend * factor })))!
    within(found.p, 6.24957, 0.003)
    within(found.q, 3.74422, 0.003)
    within(found.gamma, 15.44352 * factor, 0.003)
  })

  it('refuses spend that has no mean', () => {
    const random = seeded(5)
    const wild = Array.from({ length: 300 }, () => ({ repeats: 1, meanSpend: (1 - random()) ** -3 }))
    expect(fitSpend(wild)).toBeUndefined()
  })
})

describe('measureHoldout', () => {
  const figures = measureHoldout(customers, cltvOf(bg), cdnowUntilDay, 39)
  const modified = measureHoldout(customers, cltvOf(mbg), cdnowUntilDay, 39)

  it('finds what others have found in the 39 weeks after', () => {
    expect([figures.actual, figures.customers]).toEqual([1882, 2357])
    const predicted = [figures.predicted, modified.predicted, figures.ownRate]
    expect(predicted.map(orders => orders.toFixed(1))).toEqual(['1653.4', '1576.7', '2930.1'])
    expect([figures.correlation.toFixed(4), modified.correlation.toFixed(4)]).toEqual(['0.6256', '0.6273'])
    for (const [found, wanted] of [
      [figures.meanAbsoluteError, 0.786], [modified.meanAbsoluteError, 0.765], [figures.rootMeanSquareError, 1.608],
      [modified.rootMeanSquareError, 1.607],
    ] as const) within(found, wanted, 0.001)
    const shares = [figures.brier, modified.brier, figures.boughtShare]
    expect(shares.map(share => share.toFixed(4))).toEqual(['0.1612', '0.1614', '0.2902'])
    expect(figures.byRepeats.map(bin => bin.actual.toFixed(3)).join(' ')).toBe('0.237 0.697 1.393 1.560 2.532 2.947 3.862 6.359')
    const means = modified.byRepeats.map(bin => bin.predicted.toFixed(3))
    expect(means.join(' ')).toBe('0.185 0.551 1.049 1.493 2.104 2.564 3.361 5.849')
  })

  it('ranks who comes back by churn, and better by recency and frequency together', () => {
    const { churn, recency, frequency, combined } = modified.auc
    const found = [figures.auc.churn, churn, recency, frequency].map(auc => auc.toFixed(3))
    expect(found).toEqual(['0.757', '0.760', '0.771', '0.758'])
    expect(combined).toBeGreaterThan(Math.max(churn, recency, frequency))
  })

  it('has a reason not to tell P(alive) of BG/NBD: it ranks who comes back worse than a coin', () => {
    const bought = customers.map(customer => purchasesBetween(customer, cdnowUntilDay, cdnowUntilDay + 39 * 7) > 0)
    expect(areaUnderCurve(stats.map(one => pActive(bg, one)), bought)).toBeCloseTo(0.316, 3)
  })

  it('learns its combined score from nothing that came after the fit', () => {
    const cut = customers.map(({ days }): CustomerDays => ({ days: days.filter(day => day <= cdnowUntilDay) }))
    const { score: _score, ...numbers } = fitReturnScore(cut, cdnowUntilDay)
    expect(modified.combined).toMatchObject(numbers)
  })

  it('counts tenths of customers that are alike in size', () => {
    expect(new Set(modified.byChurn.map(bin => bin.customers))).toEqual(new Set([235, 236]))
    const bought = modified.byChurn.reduce((sum, { actual, customers: of }) => sum + actual * of, 0)
    expect(bought / 2357).toBeCloseTo(modified.boughtShare, 12)
  })
})

describe('areaUnderCurve', () => {
  it('is the share of pairs in the right order, ties half', () => {
    expect(areaUnderCurve([1, 2, 3, 4], [false, false, true, true])).toBe(1)
    expect(areaUnderCurve([1, 2, 2, 4], [true, false, true, false])).toBe(0.125)
    expect(areaUnderCurve([1, 1, 1], [true, false, true])).toBe(0.5)
  })
})

describe('fitCltv', () => {
  it('takes the prior, and says so, below 100 customers who bought again', () => {
    const few = customers.filter(({ days }) => days.filter(day => day <= cdnowUntilDay).length > 1).slice(0, 99)
    const { cltv, maximumLikelihood } = fitCltv(few, { untilDay: cdnowUntilDay })
    expect(cltv).toMatchObject({ ...purchasePrior, model: 'mbg-nbd', priorOnly: true, repeatBuyers: 99 })
    expect([cltv.spend, maximumLikelihood]).toEqual([undefined, undefined])
  })

  it('knows nobody whose first purchase is after its last day', () => {
    const { customers: known, cltv } = fitCltv(customers, { untilDay: cdnowUntilDay - 240 })
    expect(known).toBe(customers.filter(({ days }) => days[0]! <= cdnowUntilDay - 240).length)
    expect(known).toBeLessThan(2357)
    expect(cltv.fittedTo).toBe((cdnowUntilDay - 240) * 86_400_000)
  })

  it('gives the same whatever order the customers come in', () => {
    const some = customers.slice(0, 400)
    const { cltv } = fitCltv(some, { untilDay: cdnowUntilDay })
    expect(cltv.priorOnly).toBe(false)
    expect(fitCltv(some.toReversed(), { untilDay: cdnowUntilDay }).cltv).toEqual(cltv)
  })
})
