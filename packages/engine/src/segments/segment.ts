import type { EpochMs } from '../event.ts'

export type SegmentId = 'first-visit' | 'returning' | 'frequent-buyer' | 'bulk-buyer' | 'lapsed'

/**
 * One fact that holds, in numbers; `messages/` says it in words.
 * `units-per-line`: mean units per line of the shopper's big orders (`orders` of them), each at least `atLeast`.
 * `last-order`: whole days since, and the store's limit that they exceed.
 */
export type SegmentFact =
  | { kind: 'visits'; visits: number }
  | { kind: 'purchase-days'; days: number; atLeast: number }
  | { kind: 'units-per-line'; units: number; atLeast: number; orders: number }
  | { kind: 'last-order'; at: EpochMs; daysAgo: number; moreThanDays: number }

/** A membership: since when it holds, and because of which facts (at least one). */
export interface Membership {
  id: SegmentId
  since: EpochMs
  because: SegmentFact[]
}
