import type { Profile } from './profile.ts'

/** A record for keys from outside: without prototype, so that `__proto__` is a key like any other. */
export function emptyRecord<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>
}

/** The profile before the first event: where every fold begins. A fresh object each time. */
export function emptyProfile(): Profile {
  return {
    visits: 0,
    items: emptyRecord(),
    viewed: [],
    cart: { lines: [], changedAt: 0, source: 'events' },
    orders: [],
    orderIds: emptyRecord(),
    purchaseDays: 0,
    orderedUnits: 0,
    orderedLines: 0,
    notForMe: emptyRecord(),
    promotions: emptyRecord(),
    searches: [],
  }
}
