import type { ItemMemory, Profile } from '../profile/profile.ts'
import { recall } from '../profile/recall.ts'

/** What the shopper looked at and what is remembered of it, newest first. */
export function viewedItems(profile: Profile | undefined): (ItemMemory | undefined)[] {
  return (profile?.viewed ?? []).map(itemId => recall(profile, itemId)).reverse()
}
