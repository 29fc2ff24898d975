import { describe, expect, it } from 'vitest'
import type { PurchaseModel, PurchaseStats } from '@shopside/engine'
import { lnGamma } from './lnGamma.ts'
import { purchaseLikelihood } from './purchaseLikelihood.ts'
import { toPurchaseTable } from './purchaseTable.ts'
import { bgCounts } from './checks/bgCounts.ts'
import { nbdLikelihood } from './checks/nbd.ts'
import { paretoActive, paretoLikelihood, paretoMean, paretoOrders } from './checks/paretoNbd.ts'
import { cdnowCustomers, cdnowSummary, cdnowUntilDay } from '../testing/cdnow/readCdnow.ts'
import { statsAt } from './customerDays.ts'

const near = (found: number, wanted: number, tolerance = 1e-6): void =>
  expect(Math.abs(found / wanted - 1), `${found} for ${wanted}`).toBeLessThan(tolerance)
const of = (repeats: number, lastWeeks: number, ageWeeks: number): PurchaseStats => ({ repeats, lastWeeks, ageWeeks })
const cdnow = toPurchaseTable(cdnowCustomers().map(customer => statsAt(customer, cdnowUntilDay)!))

describe('lnGamma', () => {
  it('is ln((n - 1)!) at whole numbers, and ln(sqrt(pi)) at a half', () => {
    near(lnGamma(0.5), Math.log(Math.sqrt(Math.PI)), 1e-13)
    near(lnGamma(6), Math.log(120), 1e-13)
    near(lnGamma(171), 706.573062245787, 1e-13)
    near(lnGamma(0.001), 6.907178885383853, 1e-13)
  })
})

describe('purchaseLikelihood', () => {
  it.each([
    ['bg-nbd', of(0, 0, 40), -0.59947382], ['bg-nbd', of(200, 38, 40), 100.795693], ['mbg-nbd', of(0, 0, 40), -0.41792826],
    ['mbg-nbd', of(200, 38, 40), 100.786910],
  ] as const)('is that of PyMC-Marketing for a customer of %s', (model, stats, wanted) => {
    near(purchaseLikelihood(toPurchaseTable([stats]), { model, r: 0.25, alpha: 4, a: 0.8, b: 2.5 }), wanted, 1e-7)
  })

  it('counts customers who are alike together, in any order', () => {
    const some = [of(2, 10, 20), of(0, 0, 20), of(2, 10, 20), of(1, 3, 30)]
    const model: PurchaseModel = { model: 'bg-nbd', r: 0.25, alpha: 4, a: 0.8, b: 2.5 }
    const single = some.reduce((sum, stats) => sum + purchaseLikelihood(toPurchaseTable([stats]), model), 0)
    near(purchaseLikelihood(toPurchaseTable(some), model), single, 1e-12)
    expect(purchaseLikelihood(toPurchaseTable(some.toReversed()), model)).toBe(purchaseLikelihood(toPurchaseTable(some), model))
    expect(toPurchaseTable(some).customers).toEqual([1, 1, 2])
  })

  it('is -9582.43 and -9582.14 on CDNOW, by the order log and by the rounded summary', () => {
    const bg: PurchaseModel = { model: 'bg-nbd', r: 0.242595, alpha: 4.413602, a: 0.792922, b: 2.425907 }
    const mbg: PurchaseModel = { model: 'mbg-nbd', r: 0.524843, alpha: 6.183086, a: 0.891359, b: 1.614002 }
    const summary = toPurchaseTable(cdnowSummary())
    expect(purchaseLikelihood(cdnow, bg)).toBeCloseTo(-9582.4292, 3)
    expect(purchaseLikelihood(cdnow, mbg)).toBeCloseTo(-9582.1357, 3)
    expect(Math.abs(purchaseLikelihood(summary, bg) + 9582.4256)).toBeLessThan(0.02)
    expect(Math.abs(purchaseLikelihood(summary, mbg) + 9582.1327)).toBeLessThan(0.02)
  })
})

describe('models to compare with', () => {
  const best = of(26, 30 + 6 / 7, 31)

  it('Pareto/NBD and NBD have the likelihoods of CDNOW that are published', () => {
    const pareto = { r: 0.553277, alpha: 10.577683, s: 0.606240, beta: 11.668740 }
    expect(paretoLikelihood(cdnow, pareto)).toBeCloseTo(-9594.9762, 3)
    expect(Math.abs(nbdLikelihood(cdnow, 0.384768, 12.072085) + 9763.6602)).toBeLessThan(0.02)
  })

  it('Pareto/NBD expects what BTYD and lifetimes print', () => {
    const pareto = { r: 0.553277, alpha: 10.577683, s: 0.606240, beta: 11.668740 }
    near(paretoMean(pareto, 52), 1.473434, 1e-5)
    near(paretoOrders(pareto, best, 52), 25.4552, 1e-4)
    near(paretoActive(pareto, best), 0.997873, 1e-5)
    const lifetimes = { r: 0.55, alpha: 10.58, s: 0.61, beta: 11.67 }
    near(paretoOrders(lifetimes, of(132, 200, 200), 10), 6.2060518)
    near(paretoOrders(lifetimes, of(133, 200, 200), 10), 6.2528725)
  })

  it('BG/NBD counts add up to 1 and are those of BTYD', () => {
    const model: PurchaseModel = { model: 'bg-nbd', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
    near(bgCounts(model, 39, 0)[0]!, 0.5737864)
    near(bgCounts(model, 2, 10)[10]!, 1.07869e-7, 1e-5)
    const counts = bgCounts(model, 30, 13)
    ;[0.0019995214, 0.0015170236, 0.0011633150].forEach((wanted, at) => near(counts[11 + at]!, wanted))
    near(bgCounts(model, 30, 400).reduce((sum, share) => sum + share, 0), 1, 1e-3)
  })

  it('BG/NBD counts of CDNOW fit: chi-square 4.82 over eight groups', () => {
    const model: PurchaseModel = { model: 'bg-nbd', r: 0.242595, alpha: 4.413602, a: 0.792922, b: 2.425907 }
    const expected = [0, 0, 0, 0, 0, 0, 0, 0]
    const observed = [0, 0, 0, 0, 0, 0, 0, 0]
    const shares = new Map<number, number[]>()
    for (const [row, x] of cdnow.repeats.entries()) {
      const weeks = cdnow.weeks[cdnow.age[row]!]!
      const counts = shares.get(weeks) ?? bgCounts(model, weeks, 6)
      shares.set(weeks, counts)
      const customers = cdnow.customers[row]!
      observed[Math.min(x, 7)]! += customers
      counts.forEach((share, count) => expected[count]! += customers * share)
      expected[7]! += customers * (1 - counts.reduce((sum, share) => sum + share, 0))
    }
    expect(observed).toEqual([1411, 439, 214, 100, 62, 38, 29, 64])
    expect(expected.map(count => count.toFixed(1))).toEqual(['1407.7', '460.3', '192.5', '101.2', '59.8', '38.1', '25.5', '71.9'])
    const chiSquare = observed.reduce((sum, count, at) => sum + (count - expected[at]!) ** 2 / expected[at]!, 0)
    expect(chiSquare).toBeCloseTo(4.821, 2)
  })
})
