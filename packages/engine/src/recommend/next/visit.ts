/** A running visit, as the model knows it: items that it does not know are left out. */
export interface Visit {
  /** Distinct item indices, in the order in which they were looked at last: newest last. */
  items: readonly number[]
  /** By place in `items`: how often it was looked at in this visit, at least 1. */
  times: readonly number[]
}

/** A visit from item indices in the order of the looks, oldest first; what is not in the model (-1) is left out. */
export function toVisit(looks: Iterable<number>): Visit {
  const times = new Map<number, number>()
  for (const index of looks) {
    if (index < 0) continue
    const before = times.get(index) ?? 0
    // Put in anew: a map keeps the order of insertion, and the latest look decides the place.
    times.delete(index)
    times.set(index, before + 1)
  }
  return { items: [...times.keys()], times: [...times.values()] }
}
