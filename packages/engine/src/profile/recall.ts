import type { ItemMemory, Profile } from './profile.ts'

/** What the profile remembers of one item, whatever its id is called; undefined when nothing is. */
export function recall(profile: Profile | undefined, itemId: string): ItemMemory | undefined {
  return profile && Object.hasOwn(profile.items, itemId) ? profile.items[itemId] : undefined
}
