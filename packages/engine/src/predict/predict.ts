import type { AttributesOf } from '../affinity/attributesOf.ts'
import { pageAttributes } from '../affinity/attributesOf.ts'
import { tastesOf } from '../affinity/tastesOf.ts'
import type { EpochMs } from '../event.ts'
import type { Reorder } from '../model/model.ts'
import type { StoreNorms } from '../norms/storeNorms.ts'
import type { Profile } from '../profile/profile.ts'
import { standingsOf } from '../standing/standings.ts'
import { zoneClock } from '../segments/zoneClock.ts'
import { habitsOf } from './habits.ts'
import { categoryNormsOf, needsOf } from './needs.ts'
import type { Predictions } from './predictions.ts'
import { priceSensitivityOf, toPriceSensitivity } from './priceSensitivity.ts'
import { priceTiersOf } from './priceTiers.ts'
import { purchaseOutlook } from './purchaseOutlook.ts'

/** What predictions are a function of. */
export interface PredictInput {
  profile: Profile
  norms: StoreNorms
  now: EpochMs
  /** @default what pages said of the items */
  attributesOf?: AttributesOf
  /** What the model knows of buying an item again. @default nothing */
  reorderOf?: (itemId: string) => Reorder | undefined
  /** IANA zone of the device, for hours. @default that of the store */
  timeZone?: string
}

/** Everything that is expected of a shopper, each part silent where it cannot be told. */
export function predict({
  profile,
  norms,
  now: asked,
  attributesOf = pageAttributes,
  reorderOf = () => undefined,
  timeZone,
}: PredictInput): Predictions {
  // A clock that was set back does not undo what has happened.
  const now = Math.max(asked, profile.lastAt ?? asked)
  const { marks } = standingsOf(profile.purchases, now, norms.timeZone, norms.currency)
  const discounts = priceSensitivityOf(marks, norms.tastes?.discounted)
  const habits = habitsOf(profile.visitStarts, norms, timeZone ?? norms.timeZone, now)
  const month = new Date(zoneClock(norms.timeZone).day(now) * 86_400_000).getUTCMonth()
  return {
    ...purchaseOutlook(profile.purchases, norms, now),
    needs: needsOf(profile, categoryNormsOf(norms.categories, attributesOf), reorderOf, now),
    ...(discounts && { priceSensitivity: toPriceSensitivity(discounts) }),
    priceTiers: priceTiersOf(profile, attributesOf, norms, now),
    tastes: tastesOf(profile, attributesOf, norms.tastes, now),
    ...(norms.season && { season: { index: norms.season.months[month]!, years: norms.season.years } }),
    ...(habits && { habits }),
  }
}
