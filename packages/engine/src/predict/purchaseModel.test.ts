import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { churnWithin } from './churnWithin.ts'
import { expectedOrders } from './expectedOrders.ts'
import { expectedSpend } from './expectedSpend.ts'
import { lifetimeValue } from './lifetimeValue.ts'
import { meanOrders } from './meanOrders.ts'
import { pActive } from './pActive.ts'
import type { PurchaseModel, PurchaseStats } from './purchaseModel.ts'

// Figures that others have published for CDNOW (Hardie's sheets, the R packages BTYD and BTYDplus, lifetimes), and 30-digit
// values.

const rounded: PurchaseModel = { model: 'bg-nbd', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
const btyd: PurchaseModel = { model: 'bg-nbd', r: 0.2425982, alpha: 4.4136842, a: 0.7929899, b: 2.4261667 }
const fitted: PurchaseModel = { model: 'bg-nbd', r: 0.242595, alpha: 4.413602, a: 0.792922, b: 2.425907 }
const modified: PurchaseModel = { model: 'mbg-nbd', r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }
const statsOf = (repeats: number, lastWeeks: number, ageWeeks: number): PurchaseStats => ({ repeats, lastWeeks, ageWeeks })
const meanOf = ({ r, alpha, a, b }: PurchaseModel, weeks: number): number => meanOrders(r, alpha, a, b, weeks)
/** Relative: |found - wanted| <= 1e-6 of wanted. */
const near = (found: number, wanted: number, tolerance = 1e-6): void =>
  expect(Math.abs(found / wanted - 1), `${found} for ${wanted}`).toBeLessThan(tolerance)

describe('meanOrders', () => {
  it.each([
    [[0.243, 34.414, 0.793, 2.426, 1], 0.007029951801379019],
    [[3.05, 30.4, 3.2, 3.3, 39], 1.6677787306061465],
    [[50.525, 36.183, 0.891, 51.614, 520], 162.68801795961838],
    [[52.243, 73.27, 1.3, 54.426, 39], 21.151593517282397],
    [[1000.243, 524.414, 0.793, 1002.426, 1], 1.9059160914974027],
    [[1000.05, 30.4, 3.2, 1000.3, 520], 454.8989241543983],
  ] as const)('keeps 11 digits where the printed form overflows: %j', ([r, alpha, a, b, weeks], wanted) => {
    near(meanOrders(r, alpha, a, b, weeks), wanted, 1e-11)
  })

  it('passes over the pole at a = 1', () => {
    const found = [0.99, 0.9999, 1, 1.0001, 1.01].map(a => meanOrders(2.243, 43.27, a, 4.426, 39).toFixed(6))
    expect(found).toEqual(['1.628106', '1.625301', '1.625273', '1.625244', '1.622456'])
  })

  it('tells what a new customer of CDNOW will order, as lifetimes and BTYD print it', () => {
    const wanted = [0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.8580]
    const found = [1 / 7, 1, 3, 31.857, 32, 78].map(weeks => meanOf(fitted, weeks))
    found.forEach((value, at) => expect(value).toBeCloseTo(wanted[at]!, 4))
    near(meanOf(btyd, 52), 1.444005)
  })
})

describe('expectedOrders and pActive', () => {
  it('are those of Hardie\'s sheet and of BTYD for BG/NBD', () => {
    const hardie = statsOf(2, 30.43, 38.86)
    near(expectedOrders(rounded, hardie, 39), 1.226028)
    near(pActive(rounded, hardie), 0.726579)
    const best = statsOf(26, 30 + 6 / 7, 31)
    near(expectedOrders(btyd, best, 52), 25.75654)
    near(pActive(btyd, best), 0.968852)
  })

  it('expect less of who has ordered more and gone silent', () => {
    const wanted = [0.3474602, 0.0428340, 0.00415899, 0.00035837]
    ;[10, 15, 20, 25].forEach((repeats, at) => near(expectedOrders(btyd, statsOf(repeats, 20, 39), 52), wanted[at]!, 1e-5))
  })

  it('tell the mean of a new customer for MBG/NBD, who may leave after the first order', () => {
    const wanted = [0.053085, 0.535357, 1.182954, 1.419724]
    ;[1, 13, 39, 52].forEach((weeks, at) => near(expectedOrders(modified, statsOf(0, 0, 0), weeks), wanted[at]!, 1e-5))
    expect(pActive(modified, statsOf(0, 0, 30))).toBeLessThan(1)
    expect(pActive(rounded, statsOf(0, 0, 30))).toBe(1)
  })
})

describe('expectedSpend', () => {
  const spend = { p: 6.25, q: 3.74, gamma: 15.44 }
  it('leans on own spend the more, the more there is of it', () => {
    near(expectedSpend(spend, { ...statsOf(2, 10, 20), meanSpend: 40 }), 39.1404)
    near(expectedSpend(spend, statsOf(0, 0, 20)), 35.2190)
    near(expectedSpend(spend, { ...statsOf(2, 30.43, 38.86), meanSpend: 22.35 }), 24.66, 1e-3)
  })
})

describe('lifetimeValue', () => {
  const cltv = {
    ...modified, spend: { p: 6.25, q: 3.74, gamma: 15.44 }, horizonWeeks: 52, annualRate: 0, margin: 1, priorOnly: false,
    repeatBuyers: 946, fittedTo: 0,
  }
  const stats = { ...statsOf(2, 30.43, 38.86), meanSpend: 22.35 }

  it('is spend times orders where nothing is discounted, and less where it is', () => {
    const plain = lifetimeValue(cltv, stats)!
    near(plain, expectedSpend(cltv.spend, stats) * expectedOrders(cltv, stats, 52), 1e-12)
    const discounted = lifetimeValue({ ...cltv, annualRate: 0.1 }, stats)!
    expect(discounted / plain).toBeGreaterThan(1.1 ** -1)
    expect(discounted / plain).toBeLessThan(1)
    near(lifetimeValue({ ...cltv, margin: 0.4 }, stats)!, plain * 0.4, 1e-12)
  })

  it('is not told without a spend model', () => {
    const { spend: _spend, ...bare } = cltv
    expect(lifetimeValue(bare, stats)).toBeUndefined()
  })
})

describe('any customer of any store', () => {
  const parameter = fc.double({ min: 0.05, max: 30, noNaN: true })
  const customer = fc.record({
    model: fc.record({
      model: fc.constantFrom('bg-nbd' as const, 'mbg-nbd' as const), r: parameter, alpha: parameter, a: parameter, b: parameter,
    }),
    repeats: fc.nat(300), lastWeeks: fc.double({ min: 0, max: 200, noNaN: true }),
    silent: fc.double({ min: 0, max: 300, noNaN: true }),
  })

  it('has probabilities within 0 and 1, less churn over longer, and more orders', () => {
    fc.assert(fc.property(customer, ({ model, repeats, lastWeeks, silent }) => {
      const last = repeats === 0 ? 0 : lastWeeks
      const stats = statsOf(repeats, last, last + silent)
      let [churn, orders] = [1, 0]
      for (const weeks of [1, 13, 52]) {
        const [nextChurn, nextOrders] = [churnWithin(model, stats, weeks), expectedOrders(model, stats, weeks)]
        expect(nextChurn).toBeGreaterThanOrEqual(0)
        expect(nextChurn).toBeLessThanOrEqual(churn)
        expect(nextOrders).toBeGreaterThanOrEqual(orders * (1 - 1e-9))
        ;[churn, orders] = [nextChurn, nextOrders]
      }
      const later = pActive(model, { ...stats, ageWeeks: stats.ageWeeks + 1 })
      expect(later).toBeGreaterThanOrEqual(0)
      expect(later).toBeLessThanOrEqual(pActive(model, stats))
    }), { numRuns: 60 })
  })
})
