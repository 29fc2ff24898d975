/**
 * Visits one after the other, each click an item index: visit `v` is `clicks[starts[v]]` to `clicks[starts[v + 1] - 1]`, oldest
 * first.
 */
export interface Visits {
  starts: readonly number[]
  clicks: readonly number[]
}

/** One question: what comes after these clicks? */
export interface Prefix {
  /** Distinct items, newest first, at most 20: no constant looks further back. */
  seeds: number[]
  /** By place in `seeds`. */
  times: number[]
  /** All items seen in the visit so far. */
  seen: ReadonlySet<number>
  target: number
}

const maxSeeds = 20

/** Every click after a visit's first is a question. At most `limit`, spread evenly. */
export function* visitPrefixes({ starts, clicks }: Visits, limit: number): Generator<Prefix> {
  const all = clicks.length - (starts.length - 1)
  const every = Math.max(1, all / limit)
  let number = 0
  let next = 0
  for (let visit = 0; visit + 1 < starts.length; visit++) {
    for (let at = starts[visit]! + 1; at < starts[visit + 1]!; at++, number++) {
      if (number < next) continue
      next += every
      const times = new Map<number, number>()
      for (let back = at - 1; back >= starts[visit]!; back--) times.set(clicks[back]!, (times.get(clicks[back]!) ?? 0) + 1)
      const seeds = [...times.keys()].slice(0, maxSeeds)
      yield { seeds, times: seeds.map(seed => times.get(seed)!), seen: new Set(times.keys()), target: clicks[at]! }
    }
  }
}
