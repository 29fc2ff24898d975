import type { Environment } from '../environment.ts'

/** The browser's Cache API; undefined where it has none (a page on plain http) or refuses. */
export function cachesOf(environment: Environment): CacheStorage | undefined {
  try {
    return environment.caches()
  } catch {
    // A frame that may not store: the getter itself throws.
    return undefined
  }
}
