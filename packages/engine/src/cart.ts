import type { EpochMs } from './event.ts'
import type { Item } from './item.ts'

/** One line of the basket: an item with a quantity (whole, >= 1) and the time it came in. */
export interface CartLine extends Item {
  quantity: number
  addedAt: EpochMs
}

/**
 * The basket as this device knows it.
 * `source` says how: from the shop's own snapshots, or folded from add and remove reports (nobody gave a snapshot yet).
 */
export interface Cart {
  lines: CartLine[]
  currency?: string
  changedAt: EpochMs
  source: 'snapshot' | 'events'
}
