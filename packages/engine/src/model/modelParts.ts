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
  /** In the order of the file; ids distinct, of 1 to 1,000 characters. */
  items: readonly ModelItem[]
  /** Per item, at most 255, each with a weight in (0, 1]; any order; never the item itself, none twice. See `Model`. */
  boughtWith: readonly (readonly Neighbour[])[]
  /** As `boughtWith`; `oneIn` is kept in `boughtWith` alone. Left out: empty. */
  similar: readonly (readonly Neighbour[])[]
  viewed?: readonly (readonly Neighbour[])[]
  boughtAfterView?: readonly (readonly Neighbour[])[]
  boughtAfter?: readonly (readonly Neighbour[])[]
  /** Per item, days; 0 when unknown. */
  afterDays?: readonly number[]
  /** Indices, strongest rise first. */
  trending?: readonly number[]
  /** Per item twelve lifts, January first (rounded to the steps of `Model.seasonLift`); undefined when unknown. */
  season?: readonly (readonly number[] | undefined)[]
  /** All indices, most popular first. */
  popular: readonly number[]
  /** How many entries at the head of `popular` are popular by the floor of distinct shoppers; the rest is order only. */
  popularKnown: number
  /** Indices of new items, newest first. */
  newest: readonly number[]
  /** Per item; undefined under the floor. */
  reorder: readonly (Reorder | undefined)[]
}
