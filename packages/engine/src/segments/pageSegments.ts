import type { EpochMs } from '../event.ts'
import { emptyProfile } from '../profile/emptyProfile.ts'
import type { RuleNode, RuleProgram } from './compileRules.ts'
import { ruleSegmentsAt } from './ruleSegments.ts'
import type { PageFacts } from './segmentInput.ts'
import type { Segments } from './segmentsAt.ts'

/** What a page can tell with nothing remembered. */
const ofPage = /^(page|cart|context|consent|campaign|referrer|time)\./

/**
 * The shop's own segments of a shopper of whom nothing may be remembered: those whose rules ask for the page alone. One that asks for
 * anything else is left out, also by `not`: what nobody knows has not stayed away. No preset is among them.
 */
export function pageSegmentsAt(program: RuleProgram, page: PageFacts, now: EpochMs): Segments {
  const known = new Set<string>()
  for (const { spec, node } of program.segments) if (isOfPage(node, known)) known.add(spec.id)
  const segments = program.segments.filter(({ spec }) => known.has(spec.id))
  return ruleSegmentsAt({ ...program, segments }, { profile: emptyProfile(), page, now }, { memberships: [] })
}

function isOfPage(node: RuleNode, known: ReadonlySet<string>): boolean {
  switch (node.kind) {
    case 'all':
    case 'any': return node.parts.every(part => isOfPage(part, known))
    case 'not': return isOfPage(node.part, known)
    case 'fact': return ofPage.test(node.rule.fact)
    case 'segment': return known.has(node.id)
    default: return false
  }
}
