import type { LifecycleNorms, StoreNorms } from './storeNorms.ts'

/**
 * Norms of a shop whose orders nobody knows: those of the CDNOW customers (Fader and Hardie's public data, all orders to 30 June
 * 1998; our own count, `trainNorms.cdnow.test.ts`). Two dozen of one thing is trade.
 */
export const defaultLifecycle: LifecycleNorms = {
  gapDays: [34, 90.5, 196, 279],
  recencyCuts: [152, 442, 486, 512],
  frequencyCuts: [1, 1, 2, 4],
  bulkUnitsPerLine: 24,
}

/** What stands in where the model folder has no norms: no money is compared, nothing is predicted. */
export const defaultNorms: StoreNorms = { format: 'shopside-norms', version: 1, asOf: 0, lifecycle: defaultLifecycle }
