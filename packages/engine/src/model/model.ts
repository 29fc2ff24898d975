import type { EpochMs } from '../event.ts'
import type { Product } from '../product.ts'

/** Re-purchase facts of one item, from shoppers who bought it at least twice; absent when under the floor. */
export interface Reorder {
  /** Median days between two purchases by one customer. */
  gapDays: number
  /** Share of its customers who bought it on at least two days, in eighths (0..7)/8: what "people buy once" is judged by. */
  againShare: number
}

/** One relation of an item: `weight` in (0, 1], `oneIn` where known (see `Reason`). */
export interface Neighbour {
  index: number
  weight: number
  oneIn?: number
}

/**
 * The model, read-only, addressed by item index 0..size-1.
 * Everything is in typed arrays; a `Product` object is made only for a card that is drawn.
 */
export interface Model {
  /** Content hash of the file. */
  readonly version: string
  /** Time of the newest row that training saw. */
  readonly asOf: EpochMs
  readonly currency: string | undefined
  readonly size: number
  /** Index of an item id, or -1. */
  indexOf(itemId: string): number
  product(index: number): Product
  itemId(index: number): string
  available(index: number): boolean
  /** Group number; items of one product share it. Opaque. */
  group(index: number): number
  /** Indices of all items of the same group, including `index` itself, ascending. */
  twins(index: number): readonly number[]
  /** Numbers of the kind, motif and category in the model's tables; 0 means none. */
  kind(index: number): number
  motif(index: number): number
  category(index: number): number
  /** Basket relations, strongest first; after truncation and floor. */
  boughtWith(index: number): readonly Neighbour[]
  /** Content relations (title, design, kind), strongest first: for items nobody has bought, and for `similar`. */
  similar(index: number): readonly Neighbour[]
  /** All indices by distinct customers of the recent window, most popular first; then of all time, then by item id. */
  readonly popular: Uint32Array
  /**
   * How many entries at the head of `popular` were bought by enough shoppers to be called popular (the floor, default 3);
   * the rest is an order to fill with, not a fact. 0 without orders: nothing may be called popular then.
   */
  readonly popularKnown: number
  /** Indices of new items, newest first. */
  readonly newest: Uint32Array
  /** Position in `popular`, 0 = most popular. */
  popularRank(index: number): number
  reorder(index: number): Reorder | undefined
  readonly params: ModelParams
}

/** Constants of the ranking, tuned or defaulted by the CLI, and store-level facts that presets need. */
export interface ModelParams {
  /** Events older than this weigh half. Days. */
  viewHalfLifeDays: number
  /** Weight of two-hop neighbours (neighbour of neighbour), 0..1. */
  twoHop: number
  /** Decay of an item's weight per order back, 0..1. */
  orderDecay: number
  /** Gap quantiles of days between purchases of one customer: G50, G75, G90, G95. */
  gapDays: [number, number, number, number]
  /** 95 % quantile of units per order line in the store: the bulk trait. */
  bulkUnitsPerLine: number
  /** 80 % quantile of purchase days per customer: frequent. */
  frequentPurchaseDays: number
  /** How many days before `asOf` still counts as new. */
  newWithinDays: number
}
