import type { EaseRows } from '../train/ease.ts'
import type { OrderTable } from '../train/orderTable.ts'
import type { HabitConstants } from './habitGrid.ts'
import { habitGrid } from './habitGrid.ts'
import { judgeHabits } from './judgeHabits.ts'
import type { HabitScore } from './judgeHabits.ts'
import { lastOrders } from './lastOrders.ts'

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

/** Fewer shoppers than these who came back are chance. */
const leastShoppers = 50

/**
 * Chooses the constants of a list for who ordered before, by the mean of recall@10 and NDCG@10 of the next order of every shopper
 * of the last days who had ordered before them: the best of the whole grid. Undefined when too few did.
 *
 * @param rows basket relations with the constants that were chosen, learnt from the past alone: `tuneBasket`
 * @param neighbours relations per item, as the model will have them
 */
export function tuneHabits(table: OrderTable, rows: EaseRows, neighbours: number): TunedHabits | undefined {
  const last = lastOrders(table)
  if (!last) return undefined
  const questions = judgeHabits(table, last, rows, neighbours)
  if (questions.shoppers < leastShoppers) return undefined
  const tried = questions.score(habitGrid).map((score, place): TriedHabits => ({ constants: habitGrid[place]!, score }))
  const best = tried.reduce((most, each) => each.score.worth > most.score.worth ? each : most)
  return { ...best, tried, shoppers: questions.shoppers }
}
