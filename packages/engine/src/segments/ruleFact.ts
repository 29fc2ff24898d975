import type { Plain, PropertyTest, RuleOp } from './rule.ts'

/**
 * One leaf of a rule that the shop wrote, as it is now: `holds` false where the rule asks that it does not. `value` is what was found
 * (of counts, at least that many), `than` what it was compared with.
 * - `events`: a figure over events. `sequence`: events one after the other, by name; a `!` before one that stayed away.
 * - `fact`: something known now. `score`: of the predictions. `segment`: another segment.
 */
export type RuleFact =
  | {
    kind: 'events'; event: string; agg: string; prop?: string; where?: PropertyTest[]; within?: string; between?: [string, string]
    op: RuleOp; value?: Plain; than?: Plain | Plain[]; holds: boolean
  }
  | { kind: 'sequence'; steps: string[]; within: string; holds: boolean }
  | { kind: 'fact'; fact: string; op: RuleOp; value?: Plain; than?: Plain | Plain[]; holds: boolean }
  | { kind: 'score'; score: string; op: RuleOp; value?: number; than: Plain | Plain[]; holds: boolean }
  | { kind: 'segment'; id: string; holds: boolean }
