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
  if (deciding.length > 0) {
    return {
      holds: !isAll, since: Math.min(...deciding.map(part => part.since)), flipsAt: Math.max(...deciding.map(part => part.flipsAt)),
      because: deciding.flatMap(part => part.because),
    }
  }
  return {
    holds: isAll, since: Math.max(0, ...parts.map(part => part.since)), flipsAt: Math.min(...parts.map(part => part.flipsAt)),
    because: parts.flatMap(part => part.because),
  }
}
