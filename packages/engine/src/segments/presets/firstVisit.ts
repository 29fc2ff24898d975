import { isNewVisit } from '../../profile/visits.ts'
import type { Preset } from '../preset.ts'

/** First visit: nothing is known from before this visit, neither a visit nor an order. */
export const firstVisit: Preset = (profile, _norms, now) => {
  const visits = profile.visits + Number(isNewVisit(profile, now))
  if (visits > 1) return undefined
  return { id: 'first-visit', since: profile.firstAt ?? now, because: [{ kind: 'visits', visits: 1 }] }
}
