import type { Head, Model, StoreNorms } from '@shopside/engine'

/** A model as far as a ranking looks at it. */
export interface LoadedModel {
  readonly head: Head
  /**
   * The model over the shards of these items and no others, whatever else is loaded; a shard that cannot be had is an item
   * without rows. The same ids give the same model while nothing fails. Never rejects.
   */
  over(itemIds: readonly string[]): Promise<Model>
  /** All that is opened, newest first: for the display fields of an item, which are the same in each. */
  opened(): readonly Model[]
  /**
   * What shoppers are judged by, as the same build wrote it; fetched when first asked. Never rejects: undefined where it cannot be had.
   * Absent: the build wrote none.
   */
  norms?: () => Promise<StoreNorms | undefined>
  /** False only for an id that the catalogue does not have; one that another id's hash stands for may be taken for known. */
  knows(itemId: string): boolean
  /** Shards that were fetched, of how many. */
  loaded(): number
}
