import type { CltvNorms } from '@shopside/engine'
import { expectedOrders } from '@shopside/engine'
import type { CustomerDays } from './customerDays.ts'
import { purchasesBetween, splitDayOf, statsAt } from './customerDays.ts'
import type { FittedPurchases } from './fitPurchases.ts'
import { fitPurchases, purchasePrior } from './fitPurchases.ts'
import type { FittedSpend } from './fitSpend.ts'
import { fitSpend } from './fitSpend.ts'
import { toPurchaseTable } from './purchaseTable.ts'

/** How to fit. */
export interface CltvOptions {
  /** Last day that the fit may see, days since 1970. */
  untilDay: number
  /** @default 'mbg-nbd' */
  model?: CltvNorms['model']
  /** @default 52 */
  horizonWeeks?: number
  /** @default 0.1 */
  annualRate?: number
  /** Share of revenue that is margin. @default 1: value is revenue */
  margin?: number
  /** True: finds what maximum likelihood alone finds as well. @default false */
  compare?: boolean
  /**
   * True: fits to the first two thirds of the time as well, and tells by the last third what its predictions are short of.
   * @default false
   */
  calibrate?: boolean
}

/** A fit, and what is printed about it. */
export interface FittedCltv {
  cltv: CltvNorms
  customers: number
  /**
   * What maximum likelihood alone finds, to compare with other programs; absent unless asked for, or when the prior stands for
   * a fit.
   */
  maximumLikelihood?: FittedPurchases
  spend?: FittedSpend
  /** Why there is no spend model. */
  noSpend?: string
}

/** With fewer customers who came back, the four parameters are told by chance: then the prior is taken, and marked. */
export const fewestRepeatBuyers = 100

/**
 * Fits the purchase and spend models to all customers whose first purchase is at or before `untilDay`: the purchase model's
 * most probable parameters under a weak prior, the spend model's most likely ones. They are cut to six digits, more than any
 * data can tell, so that the same input gives the same text on every machine.
 */
export function fitCltv(customers: readonly CustomerDays[], options: CltvOptions): FittedCltv {
  const { untilDay, model = 'mbg-nbd', horizonWeeks = 52, annualRate = 0.1, margin = 1 } = options
  const stats = customers.map(customer => statsAt(customer, untilDay)).filter(found => found !== undefined)
  const repeatBuyers = stats.filter(({ repeats }) => repeats > 0).length
  const shared = { horizonWeeks, annualRate, margin, repeatBuyers, fittedTo: untilDay * 86_400_000 }
  if (repeatBuyers < fewestRepeatBuyers) {
    const cltv: CltvNorms = { model, ...purchasePrior, ...shared, priorOnly: true }
    return { cltv, customers: stats.length, noSpend: 'too few customers bought again' }
  }
  const table = toPurchaseTable(stats)
  const { r, alpha, a, b, logLikelihood } = fitPurchases(table, model, true)
  const calibration = options.calibrate ? calibrationOf(customers, { ...options, model }) : undefined
  const spenders = stats.flatMap(({ repeats, meanSpend }) => meanSpend === undefined ? [] : [{ repeats, meanSpend }])
  const spend = spenders.length < fewestRepeatBuyers ? undefined : fitSpend(spenders)
  const cltv: CltvNorms = {
    model, r: digits(r), alpha: digits(alpha), a: digits(a), b: digits(b),
    ...(spend && { spend: { p: digits(spend.p), q: digits(spend.q), gamma: digits(spend.gamma) } }),
    ...shared, ...(calibration !== undefined && { calibration }), priorOnly: false,
    logLikelihood: Number(logLikelihood.toFixed(4)),
  }
  return {
    cltv, customers: stats.length, ...(options.compare && { maximumLikelihood: fitPurchases(table, model, false) }),
    ...(spend ? { spend } : {
      noSpend: spenders.length < fewestRepeatBuyers ? 'the orders tell no values'
        : 'spend varies too much to have a mean (q <= 1)',
    }),
  }
}

/**
 * Actual over predicted purchases of the last third of the known time, by a fit to the rest; undefined where that is too young.
 */
function calibrationOf(customers: readonly CustomerDays[], { untilDay, model }: CltvOptions): number | undefined {
  const splitDay = splitDayOf(customers, untilDay)
  const { cltv } = fitCltv(customers, { untilDay: splitDay, ...(model && { model }) })
  if (cltv.priorOnly) return undefined
  let [actual, predicted] = [0, 0]
  for (const customer of customers) {
    const stats = statsAt(customer, splitDay)
    if (!stats) continue
    actual += purchasesBetween(customer, splitDay, untilDay)
    predicted += expectedOrders(cltv, stats, (untilDay - splitDay) / 7)
  }
  return Number((actual / predicted).toPrecision(3))
}

function digits(parameter: number): number {
  return Number(parameter.toPrecision(6))
}
