import { afterWeights } from '../train/trainAfter.ts'
import type { OrderWeights } from '../train/gram.ts'

/** Values of pair.sql. Every pair is kept: what is rare is decided with the floor, after solving. */
export function pairValues({ halfLifeDays, lengthPower }: OrderWeights): Record<string, number> {
  return { half_life_days: halfLifeDays, length_power: lengthPower, least_orders: 1 }
}

/** Values of bought_after.sql. */
export const afterValues: Record<string, number> = {
  steps: afterWeights.steps, gap_half_life_days: afterWeights.gapHalfLifeDays, half_life_days: afterWeights.halfLifeDays,
  length_power: afterWeights.lengthPower,
}

/**
 * Values of view_weight.sql: with n items a visit counts n ** -0.25, and exp(-age / half of the span) (measured on two public
 * sets of click sessions: recency +0.5 to +0.8 points of HR@20 on items not yet seen, length +0.3 points of MRR@20).
 *
 * @param until visits from this number on are not seen. @default all are
 */
export function viewWeightValues(until: number = 2 ** 31 - 1): Record<string, number> {
  return { length_power: 0.25, recency: 0.5, until }
}

/** Values of view_pair.sql: pairs per item that are looked at, the strongest in either direction. */
export const viewPairValues: Record<string, number> = { keep: 100 }

/** Values of view_purchase.sql: days between a look and what counts as bought after it. */
export const viewPurchaseValues: Record<string, number> = { days: 7 }
