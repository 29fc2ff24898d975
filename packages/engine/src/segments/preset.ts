import type { EpochMs } from '../event.ts'
import type { ModelParams } from '../model/model.ts'
import type { Profile } from '../profile/profile.ts'
import type { Membership } from './segment.ts'

/** The store-level facts that presets judge by. */
export type StoreNorms = Pick<ModelParams, 'gapDays' | 'bulkUnitsPerLine' | 'frequentPurchaseDays'>

/** A preset: a pure function of what is known; undefined when the shopper is not in it. */
export type Preset = (profile: Profile, norms: StoreNorms, now: EpochMs) => Membership | undefined

/**
 * Norms of a shop without a model. Gap quantiles in days are those of the CDNOW customers (34, 90, 196, 279; Fader and Hardie's
 * public data); a frequent shopper bought on three days; two dozen of one thing is trade.
 */
export const defaultNorms: StoreNorms = { gapDays: [34, 90, 196, 279], bulkUnitsPerLine: 24, frequentPurchaseDays: 3 }
