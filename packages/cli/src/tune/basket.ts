import { solveEaseEach } from '../train/ease.ts'
import type { EaseRows } from '../train/ease.ts'
import { countGram, weighOrders } from '../train/gram.ts'
import type { Gram, OrderWeights } from '../train/gram.ts'
import { readNearPairs, reweigh } from '../train/nearPairs.ts'
import type { OrderTable } from '../train/orderTable.ts'
import { basketDecays, basketDefaults, basketPenalties, weightGrid } from './basketGrid.ts'
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

/** What was chosen, with what it learnt of the past: what the constants of habits are chosen with. */
export interface LearntBasket extends TunedBasket {
  rows: EaseRows
}

/** Candidates of an item while settings are compared: fewer than in the model, and the same ones for all settings. */
const candidates = 48
/** Larger shops solve one penalty after the other: the rows of five would take 500 MB at 100,000 items. */
const mostAtOnce = 6000

/**
 * Chooses the constants of basket relations on the last days of the history, by the mean of two shares: the last line found among
 * 20 (T1) and one of the other lines among 5 (T3). Undefined when there are too few orders to choose by.
 *
 * @param neighbours relations per item, as the model will have them
 */
export function tuneBasket(table: OrderTable, neighbours: number): LearntBasket | undefined {
  const last = lastOrders(table)
  if (!last) return undefined
  const questions = judgeBaskets(table, last)
  if (!questions.orders) return undefined
  const gramOf = (weights: OrderWeights): Gram => countGram(last.past, weighOrders(last.past, weights))
  const first = readNearPairs(gramOf(basketDefaults), candidates)
  const tried: TriedBasket[] = []
  let best: TriedBasket & { rows: EaseRows } | undefined
  /** Settings that weigh orders alike. */
  const attempt = (settings: readonly BasketConstants[]): void => {
    const [{ lengthPower, halfLifeDays }] = settings as [BasketConstants]
    const isFirst = lengthPower === basketDefaults.lengthPower && halfLifeDays === basketDefaults.halfLifeDays
    const gram = isFirst ? undefined : gramOf(settings[0]!)
    const near = gram ? reweigh(first, gram) ?? readNearPairs(gram, candidates) : first
    solveEaseEach(near, settings.map(({ penalty }) => penalty)).forEach((rows, place) => {
      questions.score(rows, neighbours, basketDecays).forEach((score, at) => {
        const constants = { ...settings[place]!, basketDecay: basketDecays[at]! }
        tried.push({ constants, score })
        if (!best || score.worth > best.score.worth) best = { constants, score, rows }
      })
    })
  }
  const penalties = basketPenalties.map(penalty => ({ ...basketDefaults, penalty }))
  if (table.size <= mostAtOnce) attempt(penalties)
  else for (const setting of penalties) attempt([setting])
  for (const [name, values] of weightGrid) {
    const from = best!.constants
    for (const value of values) if (value !== from[name]) attempt([{ ...from, [name]: value }])
  }
  return { ...best!, tried, orders: questions.orders }
}
