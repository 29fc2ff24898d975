import type { EpochMs } from '../../event.ts'
import type { Profile } from '../../profile/profile.ts'
import { recall } from '../../profile/recall.ts'
import { isNewVisit } from '../../profile/visits.ts'

/** An item looked at in the running visit. */
export interface OwnLook {
  itemId: string
  /** Looks at it in this visit. */
  times: number
  lastAt: EpochMs
}

/**
 * The distinct items looked at in the running visit, newest last; none once 30 minutes have passed without an event. The
 * shopper's memory counts looks over all visits: an item first seen in this one has that many in it, any other counts once.
 */
export function visitOf(profile: Profile | undefined, now: EpochMs): OwnLook[] {
  const visit: OwnLook[] = []
  if (!profile || isNewVisit(profile, now)) return visit
  const { visitStartedAt = Infinity, viewed } = profile
  for (const itemId of viewed) {
    const { lastViewedAt = 0, firstViewedAt = 0, views = 1 } = recall(profile, itemId) ?? {}
    if (lastViewedAt < visitStartedAt) continue
    visit.push({ itemId, times: firstViewedAt < visitStartedAt ? 1 : Math.max(1, views), lastAt: lastViewedAt })
  }
  return visit
}
