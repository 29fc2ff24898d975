import { solveEaseEach } from '../train/ease.ts'
import type { EaseRows } from '../train/ease.ts'
import { countGrams, weighOrders } from '../train/gram.ts'
import type { Gram } from '../train/gram.ts'
import { readNearPairs, reweigh } from '../train/nearPairs.ts'
import type { NearPairs } from '../train/nearPairs.ts'
import type { OrderTable } from '../train/orderTable.ts'
import type { Team } from '../train/team.ts'
import { alone } from '../train/team.ts'
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
export function tuneBasket(table: OrderTable, neighbours: number, team: Team = alone): LearntBasket | undefined {
  const last = lastOrders(table)
  if (!last) return undefined
  const questions = judgeBaskets(table, last)
  if (!questions.orders) return undefined
  const gramsOf = countGrams(last.past, team)
  const tried: TriedBasket[] = []
  let best: TriedBasket & { rows: EaseRows } | undefined
  const attempt = (settings: readonly BasketConstants[], nearOf: (part: readonly BasketConstants[]) => NearPairs[]): void => {
    for (const part of table.size <= mostAtOnce ? [settings] : settings.map(setting => [setting])) {
      const near = nearOf(part)
      solveEaseEach(part.map(({ penalty }, at) => ({ pairs: near[at]!, penalty })), team).forEach((rows, place) => {
        questions.score(rows, neighbours, basketDecays).forEach((score, at) => {
          const constants = { ...part[place]!, basketDecay: basketDecays[at]! }
          tried.push({ constants, score })
          if (!best || score.worth > best.score.worth) best = { constants, score, rows }
        })
      })
    }
  }
  // How orders are weighed at first, and what the grid tries after it, are summed in one go.
  const [[firstName, firstValues]] = weightGrid as [typeof weightGrid[number]]
  const opening = [basketDefaults, ...firstValues.filter(value => value !== basketDefaults[firstName])
    .map(value => ({ ...basketDefaults, [firstName]: value }))]
  const openingGrams = gramsOf(opening.map(weights => weighOrders(last.past, weights)))
  const first = readNearPairs(openingGrams[0]!, candidates)
  const nearOf = (gram: Gram): NearPairs => reweigh(first, gram) ?? readNearPairs(gram, candidates)
  attempt(basketPenalties.map(penalty => ({ ...basketDefaults, penalty })), part => part.map(() => first))
  for (const [name, values] of weightGrid) {
    const from = best!.constants
    attempt(values.filter(value => value !== from[name]).map(value => ({ ...from, [name]: value })), part =>
      name === firstName ? part.map(each => nearOf(openingGrams[opening.findIndex(({ [name]: value }) => value === each[name])]!))
        : gramsOf(part.map(weights => weighOrders(last.past, weights))).map(nearOf))
  }
  return { ...best!, tried, orders: questions.orders }
}
