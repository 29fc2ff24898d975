import type { EpochMs } from '../event.ts'
import type { Profile } from './profile.ts'
import { leaveCart } from './rememberedCart.ts'

/** A visit ends after 30 minutes without an event, across tabs (DESIGN 3; GA4's session length). */
export const visitGapMs: number = 30 * 60_000

/** Two a week for a year: older ones say little of how somebody lives now. */
const maxVisitStarts = 100

/** True when `now` belongs to a visit that the profile has not seen an event of yet. */
export function isNewVisit(profile: Profile, now: EpochMs): boolean {
  return profile.lastAt === undefined || now - profile.lastAt >= visitGapMs
}

/** Counts an event at `at` into its visit. A new visit turns the basket of the last one into the remembered one. */
export function countVisit(profile: Profile, at: EpochMs): void {
  if (isNewVisit(profile, at)) {
    leaveCart(profile)
    if (profile.lastAt !== undefined) profile.previousVisitAt = profile.lastAt
    profile.visits++
    profile.visitStartedAt = at
    profile.visitStarts = [...profile.visitStarts ?? [], at].slice(-maxVisitStarts)
    if (profile.visits === 2) profile.returnedAt = at
  }
  profile.firstAt ??= at
  profile.lastAt = Math.max(profile.lastAt ?? at, at)
}
