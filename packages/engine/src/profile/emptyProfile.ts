import { freshWatched, type Watched } from '../segments/watched.ts'
import type { Profile } from './profile.ts'

/** A record for keys from outside: without prototype, so that `__proto__` is a key like any other. */
export function emptyRecord<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>
}

/**
 * The profile before the first event: where every fold begins. A fresh object each time.
 * @param watched leaves of rules to count from then on; what they have counted elsewhere stays there
 */
export function emptyProfile(watched?: Watched): Profile {
  return {
    ...(watched && { watched: freshWatched(watched) }),
    visits: 0,
    items: emptyRecord(),
    viewed: [],
    cart: { lines: [], changedAt: 0, source: 'events' },
    orders: [],
    orderIds: emptyRecord(),
    purchaseDays: 0,
    orderedUnits: 0,
    notForMe: emptyRecord(),
    promotions: emptyRecord(),
    searches: [],
  }
}
