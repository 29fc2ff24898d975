import type { EpochMs } from '../event.ts'
import type { Product } from '../product.ts'
import type { ModelParams, Neighbour, Reorder } from './model.ts'

/** A product as the writer takes it; `isNew` and `currency` follow from the whole. Times are kept by UTC day. */
export type ModelItem = Omit<Product, 'isNew' | 'currency'>

/**
 * A relation that is the same both ways but for how much its two items are seen at all: written once a pair, which nearly halves
 * its bytes. The weight from a to b is `strength × mass[a] ** outPower × mass[b] ** inPower`, in (0, 1].
 */
export interface MutualParts {
  /** By pair, `a < b`; no pair twice. */
  a: Uint32Array
  b: Uint32Array
  /** By pair, above 0. */
  strength: Float64Array
  /** By item, above 0 for whoever stands in a pair. */
  mass: Float64Array
  outPower: number
  inPower: number
  /** By pair: what is left out first when bytes are short has the least. @default strength */
  worth?: Float64Array
}

/** Everything a model file holds, before it is written. All indices are positions in `items`. */
export interface ModelParts {
  /** Time of the newest row that training saw; 0 when no row had a time. */
  asOf: EpochMs
  /** ISO 4217 code of all prices. */
  currency?: string
  params: ModelParams
  /** In the order of the file, which is the writer's choice; ids distinct, of 1 to 1,000 characters. */
  items: readonly ModelItem[]
  /** Per item, each with a weight in (0, 1]; any order; never the item itself, none twice. See `Model`. */
  boughtWith: readonly (readonly Neighbour[])[]
  /** As `boughtWith`. `oneIn` is kept for the three strongest of a row, in any relation. Left out: empty. */
  similar: readonly (readonly Neighbour[])[]
  viewed?: readonly (readonly Neighbour[])[] | MutualParts
  boughtAfterView?: readonly (readonly Neighbour[])[]
  boughtAfter?: readonly (readonly Neighbour[])[]
  /** Per item, days; 0 when unknown. */
  afterDays?: readonly number[]
  /** Indices, strongest rise first. */
  trending?: readonly number[]
  /** Per item twelve lifts, January first (rounded to the steps of `Model.seasonLift`); undefined when unknown. */
  season?: readonly (readonly number[] | undefined)[]
  /**
   * Per item, by how many it was bought or looked at: a row of many is cut later when bytes are short. Never written. @default
   * all alike
   */
  seen?: ArrayLike<number>
  /** All indices, most popular first. */
  popular: readonly number[]
  /** How many entries at the head of `popular` are popular by the floor of distinct shoppers; the rest is order only. */
  popularKnown: number
  /** Indices of new items, newest first. */
  newest: readonly number[]
  /** Per item; undefined under the floor. */
  reorder: readonly (Reorder | undefined)[]
}
