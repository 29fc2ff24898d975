import { adoptWatched, freshWatched, looksWatched, type Profile, type Watched } from '@shopside/engine'

/** The leaves of rules that a stored state counts, or did before it was let go of: bare, as they began. */
export function watchedOf(stored: unknown): Watched | undefined {
  const { profile, watched } = (stored ?? {}) as { profile?: { watched?: unknown } | null; watched?: unknown }
  const found = profile?.watched ?? watched
  return looksWatched(found) ? freshWatched(found) : undefined
}

/** True when a model has brought rules that the profile does not count for yet. Of two models the newer one's rules count. */
export function wantsOthers(wanted: Watched | undefined, counted: Watched | undefined): boolean {
  return wanted !== undefined && wanted.version !== counted?.version && wanted.asOf >= (counted?.asOf ?? 0)
}

/**
 * Where a fold of the whole log begins: the base, or nothing, with the leaves that are to be counted. One that the base lacks is exact
 * from the base's end on, and says so.
 *
 * @param empty the profile before the first event, with the leaves of the page's model if it has one
 * @param counted leaves that were counted until now
 */
export function startProfile(base: { profile: Profile; until: number } | undefined, empty: Profile, counted: Watched | undefined): Profile {
  const own = base?.profile.watched
  const before = looksWatched(own) ? own : undefined
  const [newest] = [empty.watched, counted, before].filter(each => each !== undefined).sort((a, b) => b.asOf - a.asOf)
  if (newest === undefined) return base?.profile ?? empty
  if (base === undefined) return { ...empty, watched: freshWatched(newest) }
  return { ...base.profile, watched: adoptWatched(newest, before, base.until) }
}
