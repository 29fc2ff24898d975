import type { EpochMs } from '@shopside/engine'

/** What a shopper did: looked at an item, put it into the basket, bought it. */
export type EventKind = 'view' | 'cart' | 'purchase'

/** One row of an event file, as the reader hands it on. Ties of `at` go by the order of the rows. */
export interface EventRow {
  /** The visit; rows of one visit need not stand together. */
  sessionId: string
  at: EpochMs
  event: EventKind
  itemId: string
  /** Empty when unknown. An e-mail address is hashed. */
  customerId: string
}
