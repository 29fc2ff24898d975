import type { ModelParams, Neighbour } from '@shopside/engine'
import type { LearntBasket, TunedBasket } from '../tune/basket.ts'
import { tuneBasket } from '../tune/basket.ts'
import type { TunedHabits } from '../tune/habits.ts'
import { tuneHabits } from '../tune/habits.ts'
import { basketDefaults } from '../tune/basketGrid.ts'
import { solveEase } from './ease.ts'
import type { EaseRows } from './ease.ts'
import type { Gram, PairSource } from './gram.ts'
import { readNearPairs } from './nearPairs.ts'
import type { Team } from './team.ts'
import { alone } from './team.ts'

/** An item needs this many shoppers before "1 in n" is said of it: a share of fewer is chance. */
const shoppersForOneIn = 30
/** Edges of a row that say it: a page shows no more reasons. */
const saidPerRow = 3
/** A boast that is none: beyond, nothing is said. */
const largestOneIn = 20

/** Basket relations and what became of the pairs. */
export interface Pairs {
  /** One row per item, strongest first, ties by index. */
  rows: Neighbour[][]
  /** Distinct pairs in common orders. */
  counted: number
  /** Relations (a → b) that would have been published but for the floor. */
  belowFloor: number
  /** Relations kept. */
  kept: number
  /** Constants of ranking baskets and habits, as far as there were orders enough to choose them on. */
  params: Partial<ModelParams>
  /** How they were found. */
  tuned?: TunedBasket
  habits?: TunedHabits
}

/** How to choose. */
export interface PairOptions {
  /** Distinct shoppers that a pair needs. */
  minShoppers: number
  /** Neighbours per item at most. */
  neighbours: number
  /** By item its distinct shoppers. */
  shoppers: Uint32Array
  /** Choose the constants on the last days; false: the defaults. @default true */
  tune?: boolean
  /** Who does the work. @default this thread */
  team?: Team
}

/**
 * Multiply-adds that the solution may cost: a few seconds on one core. It decides how many candidates explain an item: 145 in a
 * shop of 4,000 items, 106 at 10,000, 50 at 100,000. On the last 30 days of the training part of Online Retail 60, 100 and 200
 * candidates lost 0.6, 0.4 and 0.1 points of T3 hit@5 against all 3,671 others (59.7), and none of T1 once rows are cut.
 */
const solveWork = 2e9
const mostCandidates = 250
const leastCandidates = 50

/**
 * "Bought with" by EASE with the constants that did best on the shop's last days. The floor is applied to what survives
 * truncation: a row is read from its strongest relation down, one of too few distinct shoppers is dropped and makes room for the
 * next, and after `neighbours` the row ends.
 */
export async function trainPairs(source: PairSource, options: PairOptions): Promise<Pairs> {
  const { team = alone } = options
  const learnt = source.orders && options.tune !== false ? tuneBasket(source.orders, options.neighbours, team) : undefined
  const habits = source.orders && learnt ? tuneHabits(source.orders, learnt.rows, options.neighbours) : undefined
  const tuned = learnt && withoutRows(learnt)
  const constants = tuned?.constants ?? basketDefaults
  const gram = source.gram(constants)
  const pairs = readNearPairs(gram, candidatesFor(gram.size))
  const ease = solveEase(pairs, constants.penalty, team)
  const found = publish(gram, ease, options)
  return {
    ...found, counted: pairs.counted, params: { ...tuned && { basketDecay: constants.basketDecay }, ...habits?.constants },
    ...tuned && { tuned }, ...habits && { habits },
  }
}

/** How many candidates explain an item of a shop of this size. */
export function candidatesFor(size: number, work: number = solveWork): number {
  // A system of m unknowns costs m^3 / 6.
  return Math.min(mostCandidates, Math.max(leastCandidates, Math.floor(Math.cbrt(6 * work / Math.max(1, size)))))
}

function withoutRows({ rows: _rows, ...tuned }: LearntBasket): TunedBasket {
  return tuned
}

function publish(
  gram: Gram, { at, to, weight }: EaseRows, { minShoppers, neighbours, shoppers }: PairOptions,
): Pick<Pairs, 'rows' | 'belowFloor' | 'kept'> {
  const rows: Neighbour[][] = []
  const both = new Uint32Array(gram.size)
  let belowFloor = 0
  let kept = 0
  for (let item = 0; item < gram.size; item++) {
    const row: Neighbour[] = []
    gram.readShoppers(item, both)
    for (let edge = at[item]!; edge < at[item + 1]! && row.length < neighbours; edge++) {
      const index = to[edge]!
      if (both[index]! < minShoppers) belowFloor++
      else {
        const oneIn = Math.max(2, Math.ceil(shoppers[item]! / both[index]!))
        const isSaid = row.length < saidPerRow && shoppers[item]! >= shoppersForOneIn && oneIn <= largestOneIn
        row.push({ index, weight: Math.min(1, weight[edge]!), ...isSaid && { oneIn } })
      }
    }
    kept += row.length
    rows.push(row)
  }
  return { rows, belowFloor, kept }
}
