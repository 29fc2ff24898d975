import type { Signal } from '@preact/signals-core'
import type { Membership, Profile } from '@shopside/engine'

/** The signals of the public surface that the way out writes. They exist from the start, so that a shop can subscribe at once. */
export interface ShopSignals {
  readonly profile: Signal<Profile | undefined>
  readonly segments: Signal<Membership[] | undefined>
}
