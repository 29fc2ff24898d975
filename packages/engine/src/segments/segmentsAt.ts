import type { EpochMs } from '../event.ts'
import { defaultNorms } from '../norms/defaultNorms.ts'
import type { RuleProgram } from './compileRules.ts'
import { presetsAt } from './presetsAt.ts'
import { ruleSegmentsAt } from './ruleSegments.ts'
import type { Membership } from './segment.ts'
import type { SegmentInput } from './segmentInput.ts'

/** Who the shopper is like at a time. */
export interface Segments {
  /** Presets, the lifecycle stage first, then the shop's own in an order in which each stands after those it asks for. */
  memberships: Membership[]
  /** The first moment at which any of it may change if nothing happens; absent: not before the next event. */
  flipsAt?: EpochMs
}

/**
 * The segments that a shopper is in, each with the facts it holds by. One that the shopper called wrong is left out. Pure: the same
 * profile, norms, predictions, page and time give the same answer.
 *
 * @param program of the norms' own segments (`compileRules`); undefined: presets alone
 */
export function segmentsAt(given: SegmentInput, program?: RuleProgram): Segments {
  const { profile, predictions, norms = defaultNorms } = given
  const now = Math.max(given.now, profile.lastAt ?? given.now)
  const presets = presetsAt({ profile, norms, now, ...(predictions && { tastes: predictions.tastes }) })
  return program ? ruleSegmentsAt(program, { ...given, norms, now }, presets) : presets
}
