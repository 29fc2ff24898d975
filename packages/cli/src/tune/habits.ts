import type { ModelParams } from '@shopside/engine'
import type { EaseRows } from '../train/ease.ts'
import type { OrderTable } from '../train/orderTable.ts'
import { judgeHabits } from './judgeHabits.ts'
import type { HabitScore } from './judgeHabits.ts'
import { lastOrders } from './lastOrders.ts'

/** Constants of a list for who ordered before. */
export type HabitConstants = Pick<ModelParams, 'orderDecay' | 'habitNeighbours' | 'habitPopular'>

/** A setting and how it did. */
export interface TriedHabits {
  constants: HabitConstants
  score: HabitScore
}

/** What was chosen, and everything that was tried. */
export interface TunedHabits extends TriedHabits {
  tried: TriedHabits[]
  /** Shoppers asked about. */
  shoppers: number
}

/**
 * The grid. Every combination of the two worths is tried with the first decay, and the other decays with the best of them: they
 * hardly depend on each other.
 */
const orderDecays = [0.9, 1, 0.8, 0.6]
const neighbourWorths = [0, 0.1, 0.3, 1, 3]
const popularWorths = [0, 0.5, 1, 2, 4]
/** Fewer shoppers than these who came back are chance. */
const leastShoppers = 50

/**
 * Chooses the constants of a list for who ordered before, by the mean of recall@10 and NDCG@10 of the next order of every shopper
 * of the last days who had ordered before them. Undefined when too few did.
 *
 * @param rows basket relations with the constants that were chosen, learnt from the past alone: `tuneBasket`
 * @param neighbours relations per item, as the model will have them
 */
export function tuneHabits(table: OrderTable, rows: EaseRows, neighbours: number): TunedHabits | undefined {
  const last = lastOrders(table)
  if (!last) return undefined
  const questions = judgeHabits(table, last, rows, neighbours)
  if (questions.shoppers < leastShoppers) return undefined
  const tried: TriedHabits[] = []
  let best: TriedHabits | undefined
  for (const orderDecay of orderDecays) {
    const settings = best ? [{ ...best.constants, orderDecay }] : neighbourWorths.flatMap(habitNeighbours =>
      popularWorths.map((habitPopular): HabitConstants => ({ orderDecay, habitNeighbours, habitPopular })))
    questions.score(orderDecay, settings).forEach((score, at) => {
      const each = { constants: settings[at]!, score }
      tried.push(each)
      if (!best || score.worth > best.score.worth) best = each
    })
  }
  return { ...best!, tried, shoppers: questions.shoppers }
}
