import type { PurchaseModel } from '@shopside/engine'
import { maximise } from './maximise.ts'
import { purchaseLikelihood } from './purchaseLikelihood.ts'
import type { PurchaseTable } from './purchaseTable.ts'

/** A fitted purchase model, and the log-likelihood of the customers under it (without the prior's part). */
export interface FittedPurchases extends PurchaseModel {
  logLikelihood: number
}

/**
 * What the parameters of shops are like, in weeks: the centre of a lognormal prior with a standard deviation of `priorSd`. It is
 * weak: it moves b of CDNOW's 2,357 customers by less than 2 % (a test says so), and keeps a and b of 100 of them within
 * reason.
 */
export const purchasePrior: Readonly<Omit<PurchaseModel, 'model'>> = { r: 0.5, alpha: 8, a: 1, b: 2.5 }
const priorSd = 1

/**
 * The most likely parameters.
 *
 * @param withPrior true: the most probable ones under the prior; false: maximum likelihood, to compare with what others publish
 */
export function fitPurchases(table: PurchaseTable, model: PurchaseModel['model'], withPrior: boolean): FittedPurchases {
  const centre = [purchasePrior.r, purchasePrior.alpha, purchasePrior.a, purchasePrior.b]
  const toModel = ([r, alpha, a, b]: readonly number[]): PurchaseModel => ({ model, r: r!, alpha: alpha!, a: a!, b: b! })
  const found = toModel(maximise(parameters => {
    let prior = 0
    for (const [at, value] of parameters.entries()) prior += (Math.log(value / centre[at]!) / priorSd) ** 2 / 2
    return purchaseLikelihood(table, toModel(parameters)) - (withPrior ? prior : 0)
  }, centre))
  return { ...found, logLikelihood: purchaseLikelihood(table, found) }
}
