import { countedRows } from './countedRows.ts'
import type { OrderTable } from './orderTable.ts'
import { countPairShoppers, linesByItem, sumPairs, sumPairsEach } from './pairSums.ts'
import type { LinesByItem, PairSums } from './pairSums.ts'
import type { Team } from './team.ts'
import { alone } from './team.ts'

/**
 * The weighted Gram matrix of baskets, row by row: how much weight every two items share. What basket relations are solved from.
 * Weights are whole numbers and the sums below 2^53, so the order of summation does not matter.
 *
 * It comes from the orders (`countGram`) or from the table `pair` that a warehouse has counted (`readPairTable`).
 */
export interface Gram {
  /** Items of the catalogue. */
  readonly size: number
  /** By item: weight of the orders that hold it; 0 when never ordered. */
  readonly diagonal: Float64Array
  /**
   * Writes row `item` into `into` (length `size`, overwritten): by other item the weight of the orders with both; its own place
   * holds 0. Between two calls with the same `into` nothing but the places of the row may be changed: they alone are wiped.
   *
   * @returns the other items of the row, in no order that matters: a view that holds until the next call
   */
  readRow(item: number, into: Float64Array): Uint32Array
  /** The same for distinct shoppers who had both in one order: what the floor and "1 in n" are judged by. */
  readShoppers(item: number, into: Uint32Array): Uint32Array
  /** All pairs, where they are held at once. */
  readonly pairs?: () => PairSums<Float64Array>
}

/** Where Gram matrices come from. */
export interface PairSource {
  /** Counted with these weights; a warehouse's table has been counted with its own, and ignores them. */
  gram(weights: OrderWeights): Gram
  /** Missing with a warehouse's tables: nothing can be tuned then. */
  orders?: OrderTable
}

/** Weights are whole multiples of 1 / weightUnit. */
export const weightUnit: number = 2 ** 20

/** How much an order counts. */
export interface OrderWeights {
  /** An order this much older than the newest counts half; 0 = age does not matter. */
  halfLifeDays: number
  /** An order of n items counts n ** -lengthPower; 0 = length does not matter. */
  lengthPower: number
}

/** By order its weight: whole numbers of 1 to 2^20, as in pair.sql. */
export function weighOrders({ lineAt, day }: OrderTable, { halfLifeDays, lengthPower }: OrderWeights): Float64Array {
  const newest = day.reduce((latest, at) => Math.max(latest, at), -Infinity)
  return Float64Array.from(day, (at, order) => {
    const items = lineAt[order + 1]! - lineAt[order]!
    const weight = weightUnit * items ** -lengthPower * (halfLifeDays > 0 ? 2 ** ((at - newest) / halfLifeDays) : 1)
    return Math.max(1, Math.floor(weight + 0.5))
  })
}

/** Items up to which all pairs are summed at once: 18 million sums, 216 MB with their shoppers. */
const mostHeldItems = 6000

/** Four Gram matrices of so many items are summed side by side, in 256 MB; larger ones one after the other. */
const mostSideBySide = 4000
const sideBySide = 4

/** The Gram matrix of orders. @param weights by order, as `weighOrders` gives them */
export function countGram(orders: OrderTable, weights: Float64Array): Gram {
  return countGrams(orders)([weights])[0]!
}

/**
 * Gram matrices of the same orders with other weights. Small catalogues: all pairs at once. Large ones (whose baskets are short
 * beside them): a row is counted when it is asked for, from the item's own orders into one dense row (Gustavson, ACM TOMS 4(3),
 * 1978), and no pair is ever stored.
 *
 * @returns one matrix for each of the weights; `pairs` of those of one call may share their memory
 */
export function countGrams(orders: OrderTable, team: Team = alone): (weights: readonly Float64Array[]) => Gram[] {
  const { size, lineAt, item: items } = orders
  const rowsOf = size <= mostHeldItems ? heldRows(orders, team) : countedRows(orders)
  return weights => {
    const rows = rowsOf(weights)
    return weights.map((weight, at) => {
      const diagonal = new Float64Array(size)
      for (let order = 0; order < weight.length; order++) {
        for (let line = lineAt[order]!; line < lineAt[order + 1]!; line++) diagonal[items[line]!]! += weight[order]!
      }
      return { size, diagonal, ...rows[at]! }
    })
  }
}

/** Rows that are read at once. */
const rowsAtOnce = 16

function heldRows(
  orders: OrderTable, team: Team,
): (weights: readonly Float64Array[]) => Pick<Gram, 'readRow' | 'readShoppers' | 'pairs'>[] {
  const { size } = orders
  let known: LinesByItem | undefined
  let people: PairSums<Uint32Array> | undefined
  const lines = (): LinesByItem => known ??= linesByItem(orders)
  const readShoppers = rowReader(size, () => people ??= countPairShoppers(lines(), team), new Uint32Array(rowsAtOnce * size))
  return weights => {
    let summed: PairSums<Float64Array>[] | undefined
    const sums = (): PairSums<Float64Array>[] => summed ??= sumEach(lines(), weights, team)
    return weights.map((_, at) => ({
      pairs: () => sums()[at]!, readShoppers,
      readRow: rowReader(size, () => sums()[at]!, new Float64Array(rowsAtOnce * size)),
    }))
  }
}

function sumEach(lines: LinesByItem, weights: readonly Float64Array[], team: Team): PairSums<Float64Array>[] {
  const own = weights.map(each => Float64Array.from(lines.numberOf, number => each[number]!))
  if (own.length === 1 || lines.size > mostSideBySide) return own.map(each => sumPairs(lines, each, team))
  return Array.from({ length: Math.ceil(own.length / sideBySide) }, (_, part) =>
    sumPairsEach(lines, own.slice(part * sideBySide, (part + 1) * sideBySide), team)).flat()
}

/** Rows out of the upper half, some at once: so the part that lies across the rows is read along them too. */
function rowReader<Row extends Float64Array | Uint32Array>(
  size: number, pairs: () => PairSums<Float64Array | Uint32Array>, block: Row,
): (item: number, into: Row) => Uint32Array {
  const others = new Uint32Array(size)
  let first = -1
  const readBlock = (from: number): void => {
    const { sums, step, rowOf } = pairs()
    first = from
    const end = Math.min(size, first + rowsAtOnce)
    for (let other = 0; other < end; other++) {
      const row = rowOf(other)
      for (let item = Math.max(first, other + 1); item < end; item++) {
        block[(item - first) * size + other] = sums[row + item * step]!
      }
    }
    for (let item = first; item < end; item++) {
      const row = rowOf(item)
      const own = (item - first) * size
      block[own + item] = 0
      for (let other = item + 1; other < size; other++) block[own + other] = sums[row + other * step]!
    }
  }
  return (item, into) => {
    if (first < 0 || item < first || item >= first + rowsAtOnce) readBlock(item - item % rowsAtOnce)
    const row = (item - first) * size
    let found = 0
    for (let other = 0; other < size; other++) {
      const sum = block[row + other]!
      into[other] = sum
      if (sum > 0) others[found++] = other
    }
    return others.subarray(0, found)
  }
}
