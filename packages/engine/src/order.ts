import type { EpochMs } from './event.ts'
import type { Item } from './item.ts'

/** An order placed on this device, from `purchase`. An `id` counts once for ever. */
export interface Order {
  id: string
  at: EpochMs
  items: Item[]
  currency?: string
  value?: number
  /** The shopper pressed "Hide this order". */
  hidden?: true
}
