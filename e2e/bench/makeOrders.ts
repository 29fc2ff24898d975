import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { seededRandom } from '../seededRandom.ts'
import { ordersFile } from '../store/paths.ts'

/** A repeat moves an order by up to so many days, and the year with it. */
const movedDays = 21

/**
 * Writes about `orders` orders as CSV: the demo's real ones again and again, each repeat with customers of its own and every
 * order moved by some days within the same year. Baskets stay what people really put together; no two repeats are the same to a
 * counter of shoppers.
 *
 * @returns orders and lines written
 */
export function makeOrders(path: string, orders: number, seed = 1): { orders: number; lines: number } {
  const random = seededRandom(seed)
  const [, ...rows] = gunzipSync(readFileSync(ordersFile)).toString('utf8').trimEnd().split('\n')
  const real = new Map<string, { at: number; customer: string; lines: string[] }>()
  for (const row of rows) {
    const [orderId, , time, customer, , sku, quantity] = row.split(',') as [
      string, string, string, string, string, string, string,
    ]
    const order = real.get(orderId) ?? { at: Date.parse(`${time}Z`), customer, lines: [] }
    order.lines.push(`${sku},${quantity}`)
    real.set(orderId, order)
  }
  const times = [...real.values()].map(order => order.at)
  const [oldest, newest] = [Math.min(...times), Math.max(...times)]
  const file = openSync(path, 'w')
  let written = 0
  let lines = 0
  writeSync(file, 'order_id,sku,time,customer_id,quantity\n')
  for (let repeat = 0; written < orders; repeat++) {
    const text: string[] = []
    for (const [orderId, order] of real) {
      if (written === orders) break
      const moved = order.at + Math.round((random() * 2 - 1) * movedDays * 1440) * 6e4 * Number(repeat > 0)
      const at = new Date(Math.min(newest, Math.max(oldest, moved))).toISOString().slice(0, 16)
      const customer = order.customer && `${order.customer}-${repeat}`
      for (const line of order.lines) {
        const comma = line.indexOf(',')
        text.push(`${orderId}-${repeat},${line.slice(0, comma)},${at},${customer}${line.slice(comma)}`)
      }
      lines += order.lines.length
      written++
    }
    writeSync(file, `${text.join('\n')}\n`)
  }
  closeSync(file)
  return { orders: written, lines }
}
