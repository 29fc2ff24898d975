import type { AttributesOf } from '../affinity/attributesOf.ts'
import type { EpochMs } from '../event.ts'
import type { LifecycleNorms, StoreNorms } from '../norms/storeNorms.ts'
import type { Taste } from '../predict/predictions.ts'
import type { Profile } from '../profile/profile.ts'
import type { Standings } from '../standing/standings.ts'
import type { Membership, PresetId, SegmentFact } from './segment.ts'

/** What every preset is a function of: `list` and `marks` are the shopper's orders up to `now`. */
export interface Known extends Standings {
  profile: Profile
  norms: StoreNorms
  /** Those of the norms, or what stands in for them. */
  lifecycle: LifecycleNorms
  now: EpochMs
  tastes: readonly Taste[]
  attributesOf: AttributesOf
  /** Tells a membership that holds at `now`. */
  say(id: PresetId, since: EpochMs, because: SegmentFact[]): void
}

/** The memberships that hold, and when time alone will change any; absent: not before the next event. */
export interface PresetAnswer {
  memberships: Membership[]
  flipsAt?: EpochMs
}

/**
 * A preset: says what holds of what is known, and nothing else.
 *
 * @returns when time alone will change it; undefined: not before the next event
 */
export type Preset = (known: Known) => EpochMs | undefined
