import { maximise } from '../maximise.ts'
import type { PurchaseTable } from '../purchaseTable.ts'
import { nbdLikelihood } from './nbd.ts'
import { paretoLikelihood } from './paretoNbd.ts'

/** A model that is fitted to compare with, by maximum likelihood. */
export interface CheckedModel {
  model: 'pareto-nbd' | 'nbd'
  parameters: Record<string, number>
  logLikelihood: number
}

/** Fits the models that ours are measured against: one with another way of leaving, and one without any. */
export function fitChecks(table: PurchaseTable): CheckedModel[] {
  const pareto = ([r, alpha, s, beta]: readonly number[]): number =>
    paretoLikelihood(table, { r: r!, alpha: alpha!, s: s!, beta: beta! })
  const nbd = ([r, alpha]: readonly number[]): number => nbdLikelihood(table, r!, alpha!)
  // The simplex may go far: a limit of 1e3 keeps the power series of 2F1 short.
  const found = maximise(pareto, [0.5, 8, 0.6, 12], Math.log(1e3))
  const [r, alpha, s, beta] = found as [number, number, number, number]
  const plain = maximise(nbd, [0.5, 8])
  return [
    { model: 'pareto-nbd', parameters: { r, alpha, s, beta }, logLikelihood: pareto(found) },
    { model: 'nbd', parameters: { r: plain[0]!, alpha: plain[1]! }, logLikelihood: nbd(plain) },
  ]
}
