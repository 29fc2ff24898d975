import { isNewVisit, visitGapMs } from '../../profile/visits.ts'
import type { Preset } from '../preset.ts'

/** First visit: nothing is known from before this visit, neither a visit nor an order. Returning: the second visit or a later one. */
export const visiting: Preset = ({ profile, now, say }) => {
  const { firstAt, lastAt, returnedAt } = profile
  const visits = profile.visits + Number(isNewVisit(profile, now))
  const nextAt = lastAt === undefined ? undefined : lastAt + visitGapMs
  if (visits > 1) {
    say('returning', returnedAt ?? nextAt!, [{ kind: 'visits', visits }])
    return undefined
  }
  say('first-visit', firstAt ?? now, [{ kind: 'visits', visits: 1 }])
  return nextAt
}
