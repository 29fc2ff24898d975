import type { EpochMs } from '../event.ts'
import type { RuleFact } from './ruleFact.ts'

/** What a rule, or a part of one, comes to at a time. */
export interface Verdict {
  holds: boolean
  /** Since when the leaves that decide it have been as they are. */
  since: EpochMs
  /** When that may change if nothing happens; never too late. Infinity: never by time alone. */
  flipsAt: EpochMs
  /** The leaves that decide it. */
  because: RuleFact[]
}

/**
 * `all` (or `any`) of some verdicts. Where one alone decides (a false one of `all`), it lasts until every such one has changed; where all
 * are needed, until the first of them does.
 */
export function combine(parts: readonly Verdict[], isAll: boolean): Verdict {
  const deciding = parts.filter(part => part.holds !== isAll)
  const isDecided = deciding.length > 0
  const because: RuleFact[] = []
  let [since, flipsAt] = isDecided ? [Infinity, -Infinity] : [0, Infinity]
  for (const part of isDecided ? deciding : parts) {
    since = isDecided ? Math.min(since, part.since) : Math.max(since, part.since)
    flipsAt = isDecided ? Math.max(flipsAt, part.flipsAt) : Math.min(flipsAt, part.flipsAt)
    because.push(...part.because)
  }
  return { holds: isAll !== isDecided, since, flipsAt, because }
}
