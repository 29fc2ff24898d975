import { solveEase } from '../train/ease.ts'
import type { EaseRows } from '../train/ease.ts'
import { countGram, weighOrders } from '../train/gram.ts'
import type { OrderWeights } from '../train/gram.ts'
import { readNearPairs } from '../train/nearPairs.ts'
import type { NearPairs } from '../train/nearPairs.ts'
import type { OrderTable } from '../train/orderTable.ts'
import { basketDecays, basketDefaults, basketGrid } from './basketGrid.ts'
import type { BasketConstants } from './basketGrid.ts'
import { judgeBaskets } from './judgeBaskets.ts'
import type { BasketScore } from './judgeBaskets.ts'
import { lastOrders } from './lastOrders.ts'

/** A setting and how it did. */
export interface TriedBasket {
  constants: BasketConstants
  score: BasketScore
}

/** What was chosen, and how flat the grid was: everything that was tried, in order. */
export interface TunedBasket extends TriedBasket {
  tried: TriedBasket[]
  /** Orders asked about. */
  orders: number
}

/** Candidates of an item while settings are compared: fewer than in the model, for all settings alike. */
const candidates = 50

/**
 * Chooses the constants of basket relations on the last days of the history, by the mean of two shares: the last line found among
 * 20 (T1) and one of the other lines among 5 (T3). Undefined when there are too few orders to choose by.
 *
 * @param neighbours relations per item, as the model will have them
 */
export function tuneBasket(table: OrderTable, neighbours: number): TunedBasket | undefined {
  const last = lastOrders(table)
  if (!last) return undefined
  const questions = judgeBaskets(table, last)
  if (!questions.orders) return undefined
  const tried: TriedBasket[] = []
  let pairs: { weights: string; near: NearPairs } | undefined
  const nearFor = (weights: OrderWeights): NearPairs => {
    const key = `${weights.lengthPower} ${weights.halfLifeDays}`
    if (pairs?.weights !== key) {
      pairs = { weights: key, near: readNearPairs(countGram(last.past, weighOrders(last.past, weights)), candidates) }
    }
    return pairs.near
  }
  const solved = (constants: BasketConstants): EaseRows => solveEase(nearFor(constants), constants.penalty)

  let best: TriedBasket | undefined
  for (const [name, values] of basketGrid) {
    const from: BasketConstants = best?.constants ?? basketDefaults
    for (const value of values) {
      if (best && value === from[name]) continue
      const setting = { ...from, [name]: value }
      const rows = solved(setting)
      for (const basketDecay of basketDecays) {
        const constants = { ...setting, basketDecay }
        const each = { constants, score: questions.score(rows, neighbours, basketDecay) }
        tried.push(each)
        if (!best || each.score.worth > best.score.worth) best = each
      }
    }
  }
  return { ...best!, tried, orders: questions.orders }
}
