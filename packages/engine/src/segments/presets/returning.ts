import { isNewVisit } from '../../profile/visits.ts'
import type { Preset } from '../preset.ts'

/** Returning: the second visit or a later one. */
export const returning: Preset = (profile, _norms, now) => {
  const visits = profile.visits + Number(isNewVisit(profile, now))
  if (visits < 2) return undefined
  return { id: 'returning', since: profile.returnedAt ?? now, because: [{ kind: 'visits', visits }] }
}
