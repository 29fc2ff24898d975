import type { OrdersOptions } from '../read/readOrders.ts'
import { readOrders } from '../read/readOrders.ts'

/** A line of an order; the price of one unit, and that before reductions, where the row says so. */
export interface PastLine {
  itemId: string
  quantity: number
  price?: number
  listPrice?: number
}

/** One order with its lines in the file's order, each item once. */
export interface PastOrder {
  orderId: string
  /** Empty for a guest. */
  customerId: string
  /** Time of its first line, epoch ms. */
  at: number
  items: PastLine[]
}

/** All orders of a file, in order of their first line. Held in memory: evaluation replays them one by one. */
export async function readHistory(path: string, options: OrdersOptions): Promise<PastOrder[]> {
  const orders = new Map<string, PastOrder>()
  await readOrders(path, options, line => {
    let order = orders.get(line.orderId)
    if (!order) orders.set(line.orderId, order = { orderId: line.orderId, customerId: line.customerId, at: line.at, items: [] })
    order.at = Math.min(order.at, line.at)
    const known = order.items.find(item => item.itemId === line.itemId)
    if (known) known.quantity += line.quantity
    else {
      order.items.push({
        itemId: line.itemId, quantity: line.quantity, ...(line.price !== undefined && { price: line.price }),
        ...(line.listPrice !== undefined && { listPrice: line.listPrice }),
      })
    }
  })
  return [...orders.values()]
}
