import type { OrderTable } from '../train/orderTable.ts'

/** One order of a test: items by number in the order of the basket. */
export interface TestOrder {
  day: number
  shopper: number
  items: readonly number[]
  /** @default true */
  known?: boolean
}

/** An order table of these orders, which stand by day. */
export function orderTableOf(size: number, orders: readonly TestOrder[]): OrderTable {
  let end = 0
  return {
    size,
    lineAt: Uint32Array.from([0, ...orders.map(({ items }) => end += items.length)]),
    item: Uint32Array.from(orders.flatMap(({ items }) => items)),
    day: Int32Array.from(orders, ({ day }) => day),
    shopper: Uint32Array.from(orders, ({ shopper }) => shopper),
    known: Uint8Array.from(orders, ({ known = true }) => Number(known)),
  }
}
