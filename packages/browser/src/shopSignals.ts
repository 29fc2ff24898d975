import type { Signal } from '@preact/signals-core'
import type { Lifecycle, Membership, Predictions, Profile } from '@shopside/engine'

/**
 * The profile with what is concluded from it: there once somebody has asked about the shopper (`shop.segments` or `shop.ready`), never
 * stored.
 */
export interface Shopper extends Profile {
  predictions?: Predictions
  /** The lifecycle stage, and all stages before it. */
  lifecycle?: Lifecycle
}

/** The signals of the public surface that the way out writes. They exist from the start, so that a shop can subscribe at once. */
export interface ShopSignals {
  readonly profile: Signal<Profile | undefined>
  readonly segments: Signal<Membership[] | undefined>
  /** Whether anybody follows `segments` now. */
  readonly isFollowed: Signal<boolean>
  /** What `shop.context` was given on this page, unread. */
  readonly said: Signal<object>
  /** Adds to a profile what is concluded from it; undefined until somebody asks. */
  readonly conclude: Signal<((profile: Profile) => Shopper) | undefined>
}
