import type { OrderTable } from './orderTable.ts'
import { byShopper, countPairShoppers, sumPairs } from './pairSums.ts'
import type { PairSums } from './pairSums.ts'

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
   * holds 0.
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

/**
 * The Gram matrix of orders. Small catalogues: all pairs at once. Large ones (whose baskets are short beside them): a row is
 * counted when it is asked for, from the item's own orders into one dense row (Gustavson, ACM TOMS 4(3), 1978), and no pair is
 * ever stored.
 *
 * @param weights by order, as `weighOrders` gives them
 */
export function countGram(orders: OrderTable, weights: Float64Array): Gram {
  const { size, lineAt, item: items } = orders
  const diagonal = new Float64Array(size)
  for (let order = 0; order < weights.length; order++) {
    for (let line = lineAt[order]!; line < lineAt[order + 1]!; line++) diagonal[items[line]!]! += weights[order]!
  }
  return { size, diagonal, ...size <= mostHeldItems ? heldRows(orders, weights) : countedRows(orders, weights) }
}

function heldRows(orders: OrderTable, weights: Float64Array): Pick<Gram, 'readRow' | 'readShoppers' | 'pairs'> {
  const { size } = orders
  const others = new Uint32Array(size)
  let weighed: PairSums<Float64Array> | undefined
  let people: PairSums<Uint32Array> | undefined
  const read = (
    { sums, rowOf }: PairSums<Float64Array | Uint32Array>, item: number, into: Float64Array | Uint32Array,
  ): Uint32Array => {
    const row = rowOf(item)
    let found = 0
    for (let other = 0; other < size; other++) {
      const sum = other === item ? 0 : sums[other > item ? row + other : rowOf(other) + item]!
      into[other] = sum
      if (sum > 0) others[found++] = other
    }
    return others.subarray(0, found)
  }
  const pairs = (): PairSums<Float64Array> => weighed ??= sumPairs(orders, weights)
  return {
    pairs, readRow: (item, into) => read(pairs(), item, into),
    readShoppers: (item, into) => read(people ??= countPairShoppers(orders), item, into),
  }
}

function countedRows(
  { size, lineAt, item: items, shopper }: OrderTable, weights: Float64Array,
): Pick<Gram, 'readRow' | 'readShoppers'> {
  const orderAt = new Uint32Array(size + 1)
  for (const item of items) orderAt[item + 1]!++
  for (let item = 0; item < size; item++) orderAt[item + 1]! += orderAt[item]!
  const next = orderAt.slice()
  const ordersOf = new Uint32Array(items.length)
  for (const order of byShopper(shopper)) {
    for (let line = lineAt[order]!; line < lineAt[order + 1]!; line++) ordersOf[next[items[line]!]!++] = order
  }
  const touched = new Uint32Array(size)
  const seenBy = new Int32Array(size)
  return {
    readRow(item, into) {
      into.fill(0)
      // So that it is not among the others; taken back below.
      into[item] = 1
      let others = 0
      for (let at = orderAt[item]!; at < orderAt[item + 1]!; at++) {
        const order = ordersOf[at]!
        const weight = weights[order]!
        for (let line = lineAt[order]!, end = lineAt[order + 1]!; line < end; line++) {
          const other = items[line]!
          if (into[other] === 0) touched[others++] = other
          into[other]! += weight
        }
      }
      into[item] = 0
      return touched.subarray(0, others)
    },
    readShoppers(item, into) {
      into.fill(0)
      seenBy.fill(-1)
      into[item] = 1
      let others = 0
      for (let at = orderAt[item]!; at < orderAt[item + 1]!; at++) {
        const order = ordersOf[at]!
        const who = shopper[order]!
        for (let line = lineAt[order]!, end = lineAt[order + 1]!; line < end; line++) {
          const other = items[line]!
          if (seenBy[other] === who) continue
          seenBy[other] = who
          if (into[other]!++ === 0) touched[others++] = other
        }
      }
      into[item] = 0
      return touched.subarray(0, others)
    },
  }
}
