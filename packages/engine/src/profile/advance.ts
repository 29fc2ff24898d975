import type { ShopEvent } from '../event.ts'
import { foldCounting } from '../segments/foldCounting.ts'
import type { Profile } from './profile.ts'

/** The profile after one more event. Pure; for many events `foldEvents` is the same and copies once. */
export function advance(profile: Profile, event: ShopEvent): Profile {
  return foldCounting(profile, [event])
}
