import type { CltvNorms } from '@shopside/engine'
import { churnWithin, expectedOrders } from '@shopside/engine'
import { correlationOf } from '../correlationOf.ts'
import type { CustomerDays } from '../customerDays.ts'
import { purchasesBetween, statsAt } from '../customerDays.ts'
import { areaUnderCurve } from './areaUnderCurve.ts'
import type { Bin } from './bins.ts'
import { toBins } from './bins.ts'
import type { ReturnScore } from './returnScore.ts'
import { fitReturnScore } from './returnScore.ts'

/** Predicted against actual, after the days that the fit saw. Numbers of purchase days unless said otherwise. */
export interface HoldoutFigures {
  weeks: number
  customers: number
  actual: number
  predicted: number
  /** What "everybody goes on as before" predicts: x / T of each customer. */
  ownRate: number
  /** Actual over predicted. */
  calibration: number
  /** Of predicted and actual, per customer. */
  correlation: number
  meanAbsoluteError: number
  rootMeanSquareError: number
  /** Share of customers who bought, and Brier scores of churn: mean square of probability minus what came. */
  boughtShare: number
  brier: number
  /** Of always saying the share that bought. */
  brierOfShare: number
  /** Means by purchases after the first, 0 to 6 and 7 or more. */
  byRepeats: Bin[]
  /** Means of P(buys) by tenths of it. */
  byChurn: Bin[]
  /** AUC of who buys: by churn of the model, by days since the last purchase, by purchases, and by both together. */
  auc: { churn: number; recency: number; frequency: number; combined: number }
  combined: ReturnScore
}

/** Measures a fit on the `weeks` weeks after `untilDay`; nobody whose first purchase is later is asked about. */
export function measureHoldout(
  customers: readonly CustomerDays[], cltv: CltvNorms, untilDay: number, weeks: number,
): HoldoutFigures {
  const all = customers.flatMap(customer => {
    const stats = statsAt(customer, untilDay)
    if (!stats) return []
    const actual = purchasesBetween(customer, untilDay, untilDay + Math.round(weeks * 7))
    return [{ stats, actual, predicted: expectedOrders(cltv, stats, weeks), buys: 1 - churnWithin(cltv, stats, weeks) }]
  })
  const size = all.length
  const sum = (of: (one: typeof all[number]) => number): number => all.reduce((total, one) => total + of(one), 0)
  const [actual, predicted] = [sum(one => one.actual), sum(one => one.predicted)]
  const bought = all.map(one => one.actual > 0)
  const boughtShare = bought.filter(Boolean).length / size
  const combined = fitReturnScore(customers, untilDay)
  const auc = (scoreOf: (one: typeof all[number]) => number): number => areaUnderCurve(all.map(scoreOf), bought)
  const repeatsOf = (count: number): [number, string] => [Math.min(count, 7), count < 7 ? String(count) : '7+']
  const tenths = [...all].sort((a, b) => a.buys - b.buys)
    .map(({ buys, actual: orders }, at) => ({
      key: Math.floor(at * 10 / size), label: String(Math.floor(at * 10 / size) + 1), predicted: buys, actual: orders > 0 ? 1 : 0,
    }))
  return {
    weeks, customers: size, actual, predicted, calibration: actual / predicted,
    ownRate: sum(({ stats: { repeats, ageWeeks } }) => ageWeeks > 0 ? repeats / ageWeeks * weeks : 0),
    correlation: correlationOf(all.map(one => one.predicted), all.map(one => one.actual)),
    meanAbsoluteError: sum(one => Math.abs(one.predicted - one.actual)) / size,
    rootMeanSquareError: Math.sqrt(sum(one => (one.predicted - one.actual) ** 2) / size),
    boughtShare, brier: sum(one => (one.buys - Number(one.actual > 0)) ** 2) / size,
    brierOfShare: boughtShare * (1 - boughtShare),
    byRepeats: toBins(all.map(one => {
      const [key, label] = repeatsOf(one.stats.repeats)
      return { key, label, predicted: one.predicted, actual: one.actual }
    })),
    byChurn: toBins(tenths),
    auc: {
      churn: auc(one => one.buys), recency: auc(({ stats }) => stats.lastWeeks - stats.ageWeeks),
      frequency: auc(({ stats }) => stats.repeats), combined: auc(({ stats }) => combined.score(stats)),
    },
    combined,
  }
}
