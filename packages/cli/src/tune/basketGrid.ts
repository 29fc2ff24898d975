import type { OrderWeights } from '../train/gram.ts'

/** Constants of basket relations. */
export interface BasketConstants extends OrderWeights {
  /** Ridge penalty, as a multiple of the mean weight of an item, above 0: see `solveEase`. */
  penalty: number
  /** See `ModelParams.basketDecay`. */
  basketDecay: number
}

/**
 * What is taken without orders enough to choose on: between what did best on the last 30 days of the training part of Online
 * Retail (30, 1, 90 days, 1.5) and in a generated grocery (1, 0, 180 days, 0; `tune.test.ts`).
 */
export const basketDefaults: BasketConstants = { penalty: 3, lengthPower: 0.5, halfLifeDays: 90, basketDecay: 0.5 }

/**
 * The grid, one constant after the other: each is tried with the best of those before it, since they hardly depend on each other.
 * `basketDecay` needs no training and is tried with every setting.
 */
export const basketPenalties: readonly number[] = [1, 3, 10, 30, 100]

/** What follows the penalty: how orders are weighed. */
export const weightGrid: readonly (readonly [name: 'lengthPower' | 'halfLifeDays', values: readonly number[]])[] = [
  ['lengthPower', [0, 0.5, 0.75, 1]],
  ['halfLifeDays', [0, 180, 90, 45]],
]

/** Powers by which older lines of a basket say less. */
export const basketDecays: readonly number[] = [0, 0.5, 1, 1.5, 2]
