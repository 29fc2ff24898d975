import type { PastOrder } from '../../evaluate/history.ts'
import type { Database } from '../../train/database.ts'

/** A line of `shop_order` and `order_input`, in the order of the query. */
type Row = [
  order: number, shopper: number, at: number, itemId: string, quantity: number, price: number | null, listPrice: number | null,
]

/**
 * The orders of known customers, in order of time, lines in the file's order, each item once. From the counting engine, which has read
 * the file; orders and customers are numbers, for their names stay there.
 */
export async function knownOrders({ connection }: Database): Promise<PastOrder[]> {
  const orders: PastOrder[] = []
  const result = await connection.stream(`
    SELECT o.order_no, o.shopper, CAST(o.at_ms AS DOUBLE), l.item_id, l.quantity, l.price, l.list_price
    FROM order_input AS l JOIN shop_order AS o USING (order_id)
    WHERE o.known ORDER BY o.order_no, l.seq`)
  let last: number | undefined
  let items = new Map<string, PastOrder['items'][number]>()
  for await (const rows of result.yieldRows()) {
    for (const [order, shopper, at, itemId, quantity, price, listPrice] of rows as unknown[] as Row[]) {
      if (order !== last) {
        items = new Map()
        orders.push({ orderId: String(order), customerId: String(shopper), at, items: [] })
        last = order
      }
      const known = items.get(itemId)
      if (known) {
        known.quantity += quantity
        continue
      }
      const line = { itemId, quantity, ...(price !== null && { price }), ...(listPrice !== null && { listPrice }) }
      items.set(itemId, line)
      orders.at(-1)!.items.push(line)
    }
  }
  return orders
}
