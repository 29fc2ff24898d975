import type { AttributesOf } from '../affinity/attributesOf.ts'
import { pageAttributes } from '../affinity/attributesOf.ts'
import type { EpochMs } from '../event.ts'
import { defaultLifecycle } from '../norms/defaultNorms.ts'
import type { StoreNorms } from '../norms/storeNorms.ts'
import type { Taste } from '../predict/predictions.ts'
import type { Profile } from '../profile/profile.ts'
import { standingsOf } from '../standing/standings.ts'
import type { Known, PresetAnswer } from './preset.ts'
import { bulkBuyer } from './presets/bulkBuyer.ts'
import { comparing } from './presets/comparing.ts'
import { frequentBuyer } from './presets/frequentBuyer.ts'
import { giftBuyer } from './presets/giftBuyer.ts'
import { highValue } from './presets/highValue.ts'
import { likings } from './presets/likings.ts'
import { priceSensitive } from './presets/priceSensitive.ts'
import { rfm } from './presets/rfm.ts'
import { seasonalBuyer } from './presets/seasonalBuyer.ts'
import { stage } from './presets/stage.ts'
import { visiting } from './presets/visiting.ts'

const presets = [
  stage, rfm, visiting, frequentBuyer, highValue, priceSensitive, likings, bulkBuyer, giftBuyer, seasonalBuyer, comparing,
]

/** What presets are told. */
export interface PresetInput {
  profile: Profile
  norms: StoreNorms
  /** Of `predict`. */
  tastes?: readonly Taste[]
  /** @default what pages said of the items (`pageAttributes`) */
  attributesOf?: AttributesOf
  now: EpochMs
}

/**
 * Every preset that a shopper is in at `now`, the lifecycle stage first, and when time alone will change any of it. What the
 * shopper called wrong is not held against them.
 */
export function presetsAt({ profile, norms, tastes = [], attributesOf = pageAttributes, now: asked }: PresetInput): PresetAnswer {
  // A clock that was set back does not undo what has happened.
  const now = Math.max(asked, profile.lastAt ?? asked)
  const { lifecycle = defaultLifecycle, timeZone, currency } = norms
  const { wrongGuesses = {} } = profile
  const answer: PresetAnswer = { memberships: [] }
  const known: Known = {
    ...standingsOf(profile.purchases, now, timeZone, currency), profile, norms, lifecycle, now, tastes, attributesOf,
    say(id, since, because) {
      if (!Object.hasOwn(wrongGuesses, `segment:${id}`)) answer.memberships.push({ id, since, because })
    },
  }
  for (const preset of presets) {
    const flipsAt = preset(known) ?? Infinity
    if (flipsAt < (answer.flipsAt ?? Infinity)) answer.flipsAt = flipsAt
  }
  return answer
}
