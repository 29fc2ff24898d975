import { correlationOf } from './correlationOf.ts'
import { maximise } from './maximise.ts'
import type { Spender, SpendModel } from './spendLikelihood.ts'
import { spendLikelihood, toSpendTable } from './spendLikelihood.ts'

/** A fitted spend model. `correlation`: of spend with frequency, which the model takes for none. */
export interface FittedSpend extends SpendModel {
  logLikelihood: number
  customers: number
  correlation: number
}

/**
 * Gamma-Gamma by maximum likelihood, searched from p = q = 4 and the gamma that gives the mean of all.
 *
 * @returns undefined without 2 spenders, or when the fit says that spend has no mean (q <= 1)
 */
export function fitSpend(spenders: readonly Spender[]): FittedSpend | undefined {
  if (spenders.length < 2) return undefined
  const table = toSpendTable(spenders)
  const { repeats, sums } = table
  const means = sums.map((sum, at) => sum / repeats[at]!)
  const mean = means.reduce((sum, own) => sum + own, 0) / means.length
  // Searched in units of the mean: a currency of large numbers has the same p and q.
  const toModel = ([p, q, gamma]: readonly number[]): SpendModel => ({ p: p!, q: q!, gamma: gamma! * mean })
  const found = toModel(maximise(parameters => spendLikelihood(table, toModel(parameters)), [4, 4, 3 / 4]))
  if (!(found.q > 1)) return undefined
  return {
    ...found, logLikelihood: spendLikelihood(table, found), customers: means.length, correlation: correlationOf(repeats, means),
  }
}
