import type { ShopEvent } from '../event.ts'
import { foldEvents } from '../profile/foldEvents.ts'
import type { Profile } from '../profile/profile.ts'
import { openWatch } from './watchEvents.ts'

/** `foldEvents`, with what counts for rules: for profiles that carry leaves. */
export function foldCounting(profile: Profile, events: Iterable<ShopEvent>): Profile {
  return foldEvents(profile, events, openWatch)
}
