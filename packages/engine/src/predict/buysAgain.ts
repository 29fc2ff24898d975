import type { Reorder } from '../model/model.ts'

/** From one customer in eight on, an item is one that people buy again (the model's finest step; below it the literature is silent). */
const againShareMin = 1 / 8

/**
 * True for what is bought again: enough of its customers did, or this shopper has, on two days.
 * Unknown to the model and bought once means: bought once.
 * @param gaps own gaps in days (`ownGaps`)
 */
export function buysAgain(gaps: readonly number[], reorder: Reorder | undefined): boolean {
  return gaps.length > 0 || (reorder?.againShare ?? 0) >= againShareMin
}
