import type { ModelParams } from '@shopside/engine'
import { solveEase } from '../train/ease.ts'
import { countGram, weighOrders } from '../train/gram.ts'
import { readNearPairs } from '../train/nearPairs.ts'
import type { OrderTable } from '../train/orderTable.ts'
import type { BasketConstants } from './basketGrid.ts'
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

/** The grid. Every combination is tried. */
const orderDecays = [1, 0.9, 0.8, 0.6]
const neighbourWorths = [0, 0.1, 0.3, 1, 3]
const popularWorths = [0, 0.5, 1, 2, 4]
/** Fewer shoppers than these who came back are chance. */
const leastShoppers = 50
const candidates = 50

/**
 * Chooses the constants of a list for who ordered before, by the mean of recall@10 and NDCG@10 of the next order of every shopper
 * of the last days who had ordered before them. Undefined when too few did.
 *
 * @param constants of the basket relations, as chosen
 * @param neighbours relations per item, as the model will have them
 */
export function tuneHabits(table: OrderTable, constants: BasketConstants, neighbours: number): TunedHabits | undefined {
  const last = lastOrders(table)
  if (!last) return undefined
  const rows = solveEase(readNearPairs(countGram(last.past, weighOrders(last.past, constants)), candidates), constants.penalty)
  const questions = judgeHabits(table, last, rows, neighbours)
  if (questions.shoppers < leastShoppers) return undefined
  const tried: TriedHabits[] = []
  for (const orderDecay of orderDecays) {
    const settings = neighbourWorths.flatMap(habitNeighbours =>
      popularWorths.map((habitPopular): HabitConstants => ({ orderDecay, habitNeighbours, habitPopular })))
    questions.score(orderDecay, settings).forEach((score, at) => tried.push({ constants: settings[at]!, score }))
  }
  const best = tried.reduce((a, b) => b.score.worth > a.score.worth ? b : a)
  return { ...best, tried, shoppers: questions.shoppers }
}
