import type { Order } from '../../order.ts'
import type { Preset } from '../preset.ts'

/** One big order may be a wedding; two are a way of buying. */
const fewestOrders = 2

/** Bulk buyer: at least two orders with as many units per line as the store's biggest twentieth of order lines. */
export const bulkBuyer: Preset = (profile, { bulkUnitsPerLine: atLeast }) => {
  const big = profile.orders.filter(order => unitsPerLine(order) >= atLeast)
  const second = big[fewestOrders - 1]
  if (!second) return undefined
  let units = 0
  for (const order of big) units += unitsPerLine(order)
  return {
    id: 'bulk-buyer', since: second.at,
    because: [{ kind: 'units-per-line', units: Math.round(units / big.length), atLeast, orders: big.length }],
  }
}

function unitsPerLine({ items }: Order): number {
  let units = 0
  for (const item of items) units += item.quantity ?? 1
  return items.length > 0 ? units / items.length : 0
}
