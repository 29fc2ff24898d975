import type { Cart } from '../cart.ts'
import type { EpochMs } from '../event.ts'
import type { StoreNorms } from '../norms/storeNorms.ts'
import type { Predictions } from '../predict/predictions.ts'
import type { Profile } from '../profile/profile.ts'
import type { Plain } from './rule.ts'

/** What the page knows now and the log does not. Nothing of it is remembered. */
export interface PageFacts {
  type?: string
  path?: string
  item?: string
  category?: string
  brand?: string
  /** The basket as the shop told it on this page; absent: the profile's. */
  cart?: Cart
  /** Of the address that this visit began with, if it began here. */
  campaign?: { source?: string; medium?: string; name?: string }
  referrerHost?: string
  /** `granted`, `denied` or `unknown` by purpose. */
  consent?: Readonly<Record<string, string>>
  /** What the shop said by `shop.context`. */
  context?: Readonly<Record<string, Plain>>
  /** IANA name of the device's zone: hours and weekdays are the shopper's own. @default the store's */
  timeZone?: string
}

/** All that a segment may be judged by. */
export interface SegmentInput {
  profile: Profile
  norms?: StoreNorms
  predictions?: Predictions
  page?: PageFacts
  /** Never before the newest event: a clock that was set back stands still. */
  now: EpochMs
}
