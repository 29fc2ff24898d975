import type { EpochMs } from '../event.ts'
import type { LifecycleStage } from './lifecycle.ts'
import type { RfmGroup } from './rfm.ts'
import type { RuleFact } from './ruleFact.ts'

/** Segments that every shop has. Of the stages a shopper has exactly one; of the RFM groups one at most. */
export type PresetId = LifecycleStage | `rfm:${RfmGroup}` | TraitId

/** Traits; any number at a time. */
export type TraitId =
  | 'first-visit' | 'returning' | 'frequent-buyer' | 'high-value' | 'price-sensitive' | 'brand-enthusiast' | 'category-interest' | 'bulk-buyer'
  | 'gift-buyer' | 'seasonal-buyer' | 'comparing'

/** A preset, or a segment that the shop wrote. */
export type SegmentId = PresetId | (string & {})

/**
 * One fact that holds, in numbers; `messages/` says it in words.
 * - `last-order`: whole days since, and the store's limit that they exceed, if that is why.
 * - `usual-gap`: days between orders that own gaps and the store's let expect.
 * - `scores`: 1 to 5, 5 is best.
 * - `spend`: all spend known, at least the store's best fifth; `value`: what the models expect, at least its best fifth.
 * - `discounted`: order lines bought below list price, of how many that is known.
 * - `units-per-line`: mean units per line of the shopper's big orders (`orders` of them), each at least `atLeast`.
 * - `big-orders`: orders of few products for much money. `declared`: a fact that the shopper told, by its name.
 * - `liking`: what is turned to, with the acts it stands on. `bought-of`: orders that held it.
 * - `gifts`: orders with a gift in them, of all. `season`: purchase days in these months (0 = January), of all.
 * - `compared`: items of one kind looked at, none of it bought.
 */
export type SegmentFact =
  | { kind: 'visits'; visits: number }
  | { kind: 'no-order' }
  | { kind: 'purchase-days'; days: number; atLeast: number }
  | { kind: 'units-per-line'; units: number; atLeast: number; orders: number }
  | { kind: 'big-orders'; orders: number; atLeast: number; currency?: string }
  | { kind: 'declared'; name: string }
  | { kind: 'last-order'; at: EpochMs; daysAgo: number; moreThanDays?: number }
  | { kind: 'usual-gap'; gapDays: number }
  | { kind: 'scores'; recency: number; frequency: number; money: number }
  | { kind: 'spend' | 'value'; amount: number; atLeast: number; currency?: string }
  | { kind: 'discounted'; lines: number; of: number }
  | { kind: 'liking'; attribute: string; value: string; events: number; days: number }
  | { kind: 'bought-of'; attribute: string; value: string; orders: number }
  | { kind: 'gifts'; orders: number; of: number }
  | { kind: 'season'; months: number[]; days: number; of: number }
  | { kind: 'compared'; attribute: string; value: string; items: number }
  | RuleFact

/** A membership: since when it holds, and because of which facts (at least one). */
export interface Membership {
  id: SegmentId
  since: EpochMs
  because: SegmentFact[]
  /** The shop's own words for it, for the shopper. */
  sentence?: string
  /** The page is told when it begins and ends. */
  public?: true
}
