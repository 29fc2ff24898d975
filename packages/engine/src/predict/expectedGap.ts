import type { Reorder } from '../model/model.ts'

/** How many own gaps the store's median weighs as much as (replenishment formula, kappa = 3). */
const storeWeight = 3

/**
 * Days until this shopper buys the item again: geometric mean of their own gaps, shrunk towards the store's median gap,
 * `exp((3 ln store + sum of ln own) / (3 + n))`. Own gaps alone where the store knows none; NaN where nobody knows any.
 * @param gaps own gaps in days (`ownGaps`)
 */
export function expectedGap(gaps: readonly number[], reorder: Reorder | undefined): number {
  let sum = reorder ? storeWeight * Math.log(Math.max(1, reorder.gapDays)) : 0
  for (const gap of gaps) sum += Math.log(gap)
  return Math.exp(sum / ((reorder ? storeWeight : 0) + gaps.length))
}
