import type { ReadonlySignal } from '@preact/signals-core'
import type { OrderStatus } from '@shopside/engine'

/** What is known of one order's parcels right now. */
export interface OrderNews {
  /** Absent while nobody has answered. */
  status?: OrderStatus
  /** Epoch ms by the shop's clock, when the endpoint last said so. */
  at?: number
  /** Why it may be out of date: the browser is offline, or the endpoint does not answer. It is asked again quietly. */
  trouble?: 'offline' | 'failing'
  /** What the endpoint did instead, for people who build. */
  reason?: string
  /** Ids of parcels whose step is new since the last visit to the order. */
  fresh: ReadonlySet<string>
  /** Of these, those that have not been on the screen before: to be read out, once. */
  unread: ReadonlySet<string>
}

/** One order as it is followed for one element. */
export interface OrderFollowing {
  readonly news: ReadonlySignal<OrderNews>
  /**
   * Settles once there is something to show, or nothing to be had: false when neither the endpoint nor this browser knows its
   * parcels.
   */
  known(): Promise<boolean>
  /** What the news say is on the screen: at the next visit it is not new any more. */
  seen(): void
  /** This element does not show it any more. */
  stop(): void
}
