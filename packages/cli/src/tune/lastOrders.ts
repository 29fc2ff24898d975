import type { OrderTable } from '../train/orderTable.ts'
import { firstOrders } from '../train/orderTable.ts'

/** A past to learn from and the days after it to be judged by: both of the training part. */
export interface LastOrders {
  past: OrderTable
  /** First and one past the last order that is asked about. */
  first: number
  end: number
  /** By item: 1 when it occurs in the past. */
  known: Uint8Array
}

/**
 * Days that are asked about, and the share of the orders that they may be; a shop with a longer or denser history is asked a
 * share of it.
 */
const lastDays = 30
const mostShare = 0.2
const leastShare = 0.05
/** More orders than these add little (one standard error of a rate is 0.8 points) and cost time; less would be chance. */
const mostOrders = 4000
const leastOrders = 100
/** Orders of the past to learn from at most: the newest. */
const mostPast = 100_000

/** The last 30 days, or the last twentieth where 30 days are next to nothing; undefined when that is too little to choose by. */
export function lastOrders(table: OrderTable): LastOrders | undefined {
  const orders = table.day.length
  const newest = table.day[orders - 1] ?? 0
  let first = orders
  while (first > 0 && table.day[first - 1]! > newest - lastDays) first--
  first = Math.max(first, Math.ceil(orders * (1 - mostShare)))
  first = Math.min(first, Math.floor(orders * (1 - leastShare)))
  const end = Math.min(orders, first + mostOrders)
  if (end - first < leastOrders) return undefined
  const past = newestOf(firstOrders(table, first), mostPast)
  const known = new Uint8Array(table.size)
  for (const item of past.item) known[item] = 1
  return { past, first, end, known }
}

/** The newest orders of a table, as views where they are all. */
function newestOf(table: OrderTable, most: number): OrderTable {
  const from = table.day.length - most
  if (from <= 0) return table
  const { size, lineAt, item, day, shopper, known } = table
  const line = lineAt[from]!
  return {
    size, lineAt: lineAt.subarray(from).map(at => at - line), item: item.subarray(line), day: day.subarray(from),
    shopper: shopper.subarray(from), known: known.subarray(from),
  }
}
