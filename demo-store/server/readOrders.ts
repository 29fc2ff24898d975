import { gunzipSync } from 'node:zlib'

/** One order of a real customer, as `track('purchase', …)` will tell it. Prices in pounds. */
export interface PastOrder {
  id: string
  /** Epoch ms; the times of the file are taken as UTC. */
  at: number
  lines: { itemId: string; quantity: number; price: number }[]
}

/** What the shop's own pages take from the orders. */
export interface OrderBook {
  /** Distinct customers by item id since `popularSince`; units never count. */
  readonly customers: ReadonlyMap<string, number>
  /** Orders of the customers asked for, oldest first. */
  readonly orders: ReadonlyMap<string, readonly PastOrder[]>
}

/** "Popular" looks at the last weeks of the data, which end on 9 December 2011. */
export const popularSince = '2011-10-10'

/**
 * Reads orders.csv.gz in one pass. Columns: order_id, line_no, time, customer_id, country, sku, quantity, unit_price.
 * The file has no quoted cells (a test says so); an order without customer counts as one shopper.
 *
 * @param file gzip of the CSV
 * @param customerIds whose orders to keep
 */
export function readOrders(file: Uint8Array, customerIds: ReadonlySet<string>): OrderBook {
  const text = gunzipSync(file).toString('latin1')
  const shoppers = new Map<string, Set<string>>()
  const orders = new Map<string, Map<string, PastOrder>>()
  let start = text.indexOf('\n') + 1
  while (start > 0 && start < text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const cells = text.slice(start, end).split(',')
    start = end + 1
    const [orderId = '', , time = '', customer = '', , sku = '', quantity = '', price = ''] = cells
    if (time >= popularSince) {
      const known = shoppers.get(sku) ?? new Set<string>()
      known.add(customer || orderId)
      shoppers.set(sku, known)
    }
    if (!customerIds.has(customer)) continue
    const mine = orders.get(customer) ?? new Map<string, PastOrder>()
    orders.set(customer, mine)
    const order = mine.get(orderId) ?? { id: orderId, at: Date.parse(`${time}Z`), lines: [] }
    order.lines.push({ itemId: sku, quantity: Number(quantity), price: Number(price) })
    mine.set(orderId, order)
  }
  const byAge = [...orders].map(([customer, mine]) => [customer, [...mine.values()].sort((a, b) => a.at - b.at)] as const)
  return { customers: new Map([...shoppers].map(([sku, set]) => [sku, set.size])), orders: new Map(byAge) }
}
