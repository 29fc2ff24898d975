import type { EpochMs } from '../event.ts'
import type { ModelParams } from '../model/model.ts'
import type { Profile } from '../profile/profile.ts'
import { defaultNorms } from './preset.ts'
import { bulkBuyer } from './presets/bulkBuyer.ts'
import { firstVisit } from './presets/firstVisit.ts'
import { frequentBuyer } from './presets/frequentBuyer.ts'
import { lapsed } from './presets/lapsed.ts'
import { returning } from './presets/returning.ts'
import type { Membership } from './segment.ts'

const presets = [firstVisit, returning, frequentBuyer, bulkBuyer, lapsed]

/**
 * The segments that a shopper is in at `now`, each with the facts it holds by. One that the shopper called wrong is not held against them.
 * @param params store-level facts of the model; undefined: documented defaults (`defaultNorms`)
 */
export function segmentsOf(profile: Profile, params: ModelParams | undefined, now: EpochMs): Membership[] {
  const memberships: Membership[] = []
  for (const preset of presets) {
    const membership = preset(profile, params ?? defaultNorms, now)
    if (membership && !(profile.wrongGuesses && Object.hasOwn(profile.wrongGuesses, `segment:${membership.id}`))) memberships.push(membership)
  }
  return memberships
}
