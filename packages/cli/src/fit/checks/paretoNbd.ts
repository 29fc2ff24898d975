import type { PurchaseStats } from '@shopside/engine'
import { gauss2F1 } from '@shopside/engine'
import { lnGamma } from '../lnGamma.ts'
import { logSumExp } from '../logSumExp.ts'
import type { PurchaseTable } from '../purchaseTable.ts'

/**
 * Pareto/NBD (Schmittlein, Morrison, Colombo 1987): orders at a rate from Gamma(r, alpha), leaving at any time at a rate from
 * Gamma(s, beta).
 */
export interface ParetoModel {
  r: number
  alpha: number
  s: number
  beta: number
}

/** Log-likelihood, in the form of Fader and Hardie's note 009. */
export function paretoLikelihood({ weeks, repeats, last, age, customers }: PurchaseTable, model: ParetoModel): number {
  const { r, alpha, s, beta } = model
  let sum = 0
  for (const [row, x] of repeats.entries()) {
    const [lastWeeks, ageWeeks] = [weeks[last[row]!]!, weeks[age[row]!]!]
    const active = -(r + x) * Math.log(alpha + ageWeeks) - s * Math.log(beta + ageWeeks)
    sum += customers[row]! * (lnGamma(r + x) - lnGamma(r) + r * Math.log(alpha) + s * Math.log(beta)
      + logSumExp(active, lnLeft(model, { repeats: x, lastWeeks, ageWeeks })))
  }
  return sum
}

/** Probability of not having left. */
export function paretoActive(model: ParetoModel, stats: PurchaseStats): number {
  const { r, alpha, s, beta } = model
  const lnActive = -(r + stats.repeats) * Math.log(alpha + stats.ageWeeks) - s * Math.log(beta + stats.ageWeeks)
  return 1 / (1 + Math.exp(lnLeft(model, stats) - lnActive))
}

/** Purchases expected of a customer in the next `weeks` weeks. */
export function paretoOrders(model: ParetoModel, stats: PurchaseStats, weeks: number): number {
  const { r, alpha, s, beta } = model
  const waited = beta + stats.ageWeeks
  return paretoActive(model, stats) * (r + stats.repeats) * waited / ((alpha + stats.ageWeeks) * (s - 1))
    * (1 - (waited / (waited + weeks)) ** (s - 1))
}

/** Purchases after the first expected of a new customer within `weeks` weeks. */
export function paretoMean({ r, alpha, s, beta }: ParetoModel, weeks: number): number {
  return r * beta / (alpha * (s - 1)) * (1 - (beta / (beta + weeks)) ** (s - 1))
}

/** ln of `s / (r + s + x) A0`: having left between the last purchase and now. */
function lnLeft({ r, alpha, s, beta }: ParetoModel, { repeats: x, lastWeeks, ageWeeks }: PurchaseStats): number {
  const most = Math.max(alpha, beta)
  const away = Math.abs(alpha - beta)
  const a = r + s + x
  const part = (weeks: number): number =>
    Math.log(gauss2F1(a, alpha >= beta ? s + 1 : r + x, a + 1, away / (most + weeks))) - a * Math.log(most + weeks)
  const [early, late] = [part(lastWeeks), part(ageWeeks)]
  // Their difference in logarithms: each of them underflows from 200 purchases on.
  return Math.log(s / a) + early + Math.log1p(-Math.exp(late - early))
}
