import type { Neighbour } from '@shopside/engine'
import { largestFirst } from './largest.ts'
import type { AfterSource, AfterWeights } from './countAfter.ts'
import { weightUnit } from './gram.ts'

/** What follows a purchase, and what became of the pairs. */
export interface After {
  /** One row per item, strongest first, ties by index. */
  rows: Neighbour[][]
  /** By item: median days to what follows; 0 when nothing is known to follow. */
  afterDays: number[]
  /** Relations kept, and those among the candidates that the floor took away. */
  kept: number
  belowFloor: number
}

/** How to choose. */
export interface AfterOptions {
  /** Distinct customers that a relation needs. */
  minShoppers: number
  /** Neighbours per item at most. */
  neighbours: number
  /** By item: its distinct shoppers. */
  shoppers: Uint32Array
}

/**
 * Chosen among 13 settings on the last 30 days of the demo's training part (orders before 11 October 2011 -> the next purchase
 * day, to 9 November, of 1,073 customers, items of the last order left out): all rows of the last order, hit@5 28.9 percent,
 * against 27.7 with a gap of 60 and an age of 365 days, 27.2 with one step, 26.1 and 27.1 with a length power of 0.25 and 0.75.
 * One standard error is 1.4 points: the values matter little.
 */
export const afterWeights: AfterWeights = { steps: 2, gapHalfLifeDays: 120, halfLifeDays: 120, lengthPower: 0.5 }

/**
 * How much a popular follower is held down: score = weight / shoppers ** popularPower. As above: 28.9 at 0.25, 26.5 at 0; at
 * 0.5 and 0.75 falling.
 */
const popularPower = 0.25

/**
 * "Bought after": per item the best candidates (three times as many as are kept), of which those with too few distinct
 * customers are dropped; then the best `neighbours` stay.
 */
export function trainAfter(source: AfterSource, { minShoppers, neighbours, shoppers }: AfterOptions): After {
  const after: After = { rows: [], afterDays: [], kept: 0, belowFloor: 0 }
  const weight = new Float64Array(source.size)
  const people = new Uint32Array(source.size)
  const damping = Float64Array.from(shoppers, count => Math.max(1, count) ** -popularPower)
  for (let item = 0; item < source.size; item++) {
    const others = source.readRow(item, weight, people)
    for (const other of others) weight[other]! *= damping[other]!
    const candidates = largestFirst(others, weight, 3 * neighbours)
    const enough = candidates.filter(other => people[other]! >= minShoppers)
    const row = enough.slice(0, neighbours)
    after.belowFloor += candidates.length - enough.length
    after.kept += row.length
    const own = weightUnit * shoppers[item]! ** (1 - popularPower)
    after.rows.push(row.map(index => ({ index, weight: Math.min(1, weight[index]! / own) })))
    after.afterDays.push(middleOf(source.medianDays(item, row), row.map(other => people[other]!)))
  }
  return after
}

/** The median of `values`, each as often as its count; a value that occurs, 0 when there is none. */
function middleOf(values: readonly number[], counts: readonly number[]): number {
  const sorted = values.map((value, at) => ({ value, count: counts[at]! })).sort((a, b) => a.value - b.value)
  const half = counts.reduce((sum, count) => sum + count, 0) / 2
  let sum = 0
  for (const { value, count } of sorted) {
    sum += count
    if (sum >= half) return value
  }
  return 0
}
