import { describe, expect, it } from 'vitest'
import { seeded } from '../testing/seeded.ts'
import type { CustomerDays } from './customerDays.ts'
import { fitCltv } from './fitCltv.ts'

// Customers that are made as MBG/NBD and Gamma-Gamma say: the fit must find what made them.

const random = seeded(7)
const truth = { r: 0.6, alpha: 8, a: 0.9, b: 2, p: 6, q: 4, gamma: 15 }
const untilDay = 700

/** A gamma variate of rate 1 (Marsaglia and Tsang 2000; below shape 1 by a power of a uniform one). */
function gammaOf(shape: number): number {
  if (shape < 1) return gammaOf(shape + 1) * random() ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    const v = (1 + x / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(1 - random()) < x * x / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

function makeCustomer(): CustomerDays {
  const perWeek = gammaOf(truth.r) / truth.alpha
  const leaves = gammaOf(truth.a)
  const drop = leaves / (leaves + gammaOf(truth.b))
  const spendRate = gammaOf(truth.q) / truth.gamma
  const days = [Math.floor(random() * 400)]
  for (let at = days[0]!; random() >= drop;) {
    at += -Math.log(1 - random()) / perWeek * 7
    if (at >= untilDay) break
    if (Math.floor(at) !== days.at(-1)) days.push(Math.floor(at))
  }
  return { days, values: days.map(() => gammaOf(truth.p) / spendRate) }
}

describe('fitCltv', () => {
  it('finds the parameters that 10,000 customers were made with', () => {
    const customers = Array.from({ length: 10_000 }, makeCustomer)
    const { r, alpha, a, b, spend, calibration } = fitCltv(customers, { untilDay, calibrate: true }).cltv
    // Wider than chance at this size. Orders of one day are one, which costs r a little.
    for (const [found, wanted, tolerance] of [
      [r, truth.r, 0.1], [alpha, truth.alpha, 0.15], [a, truth.a, 0.3], [b, truth.b, 0.4], [spend!.p, truth.p, 0.1],
      [spend!.q, truth.q, 0.1],
      [spend!.gamma, truth.gamma, 0.15], [b / (a + b), truth.b / (truth.a + truth.b), 0.05], [calibration!, 1, 0.05],
    ] as const) expect(Math.abs(found / wanted - 1), `${found} for ${wanted}`).toBeLessThan(tolerance)
  })
})
