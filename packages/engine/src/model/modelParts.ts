import type { EpochMs } from '../event.ts'
import type { Product } from '../product.ts'
import type { ModelParams, Neighbour, Reorder } from './model.ts'

/** A product as the writer takes it; `isNew` and `currency` follow from the whole. Times are kept by UTC day. */
export type ModelItem = Omit<Product, 'isNew' | 'currency'>

/** Everything a model file holds, before it is written. All indices are positions in `items`. */
export interface ModelParts {
  /** Time of the newest row that training saw; 0 when no row had a time. */
  asOf: EpochMs
  /** ISO 4217 code of all prices. */
  currency?: string
  params: ModelParams
  /** Strictly ascending by `itemId` in code units; ids of 1 to 1,000 characters. */
  items: readonly ModelItem[]
  /** Per item, at most 255, each with a weight in (0, 1]; any order; never the item itself, none twice. */
  boughtWith: readonly (readonly Neighbour[])[]
  /** As `boughtWith`; `oneIn` is not kept. */
  similar: readonly (readonly Neighbour[])[]
  /** All indices, most popular first. */
  popular: readonly number[]
  /** How many entries at the head of `popular` are popular by the floor of distinct shoppers; the rest is order only. */
  popularKnown: number
  /** Indices of new items, newest first. */
  newest: readonly number[]
  /** Per item; undefined under the floor. */
  reorder: readonly (Reorder | undefined)[]
}
