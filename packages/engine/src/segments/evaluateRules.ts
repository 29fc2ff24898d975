import type { EpochMs } from '../event.ts'
import { compare } from './compare.ts'
import type { RuleNode, RuleProgram } from './compileRules.ts'
import { factVerdict, type FactContext } from './factVerdict.ts'
import { followTest, type Holding } from './leafCursor.ts'
import type { RuleFact } from './ruleFact.ts'
import type { ScoreName } from './rule.ts'
import type { Membership } from './segment.ts'
import type { SegmentInput } from './segmentInput.ts'
import { combine, type Verdict } from './verdict.ts'
import { looksWatched, type LeafState, type Watched } from './watched.ts'
import { zoneClock } from './zoneClock.ts'

/** Judges every rule. @param presets the memberships of presets, by id, which rules may ask for, and when the first of them may change */
export function evaluateRules(
  program: RuleProgram, input: SegmentInput, presets: ReadonlyMap<string, Membership>, presetsFlipAt: EpochMs,
): Map<string, Verdict> {
  const { now, profile } = input
  // What was counted for other rules says nothing of these: the model is newer than the record, or older.
  const counted = profile.watched
  const watched: Watched | undefined = looksWatched(counted) && counted.version === program.watched.version ? counted : undefined
  const clock = zoneClock(program.watched.timeZone)
  const context: FactContext = { input, clock, presets: new Set(presets.keys()), presetsFlipAt }
  const verdicts = new Map<string, Verdict>()
  const known = new Map<string, Holding>()

  function leafHolding(leaf: number, test: number): Holding | undefined {
    const state: LeafState | undefined = watched?.states[leaf]
    if (!state) return undefined
    const key = `${leaf} ${test}`
    let holding = known.get(key)
    if (!holding) known.set(key, holding = followTest(program.watched.specs[leaf]!, state, test, now, clock))
    return holding
  }

  function ofLeaf(leaf: number, test: number, because: (holding: Holding | undefined) => RuleFact): Verdict {
    const holding = leafHolding(leaf, test)
    const { holds = false, since = now, flipsAt = Infinity } = holding ?? {}
    return { holds, since: Math.max(since, profile.firstAt ?? now), flipsAt, because: [because(holding)] }
  }

  function ofSegment(id: string): Verdict {
    const verdict = verdicts.get(id)
    const preset = presets.get(id)
    const holds = verdict?.holds ?? preset !== undefined
    const wrong = profile.wrongGuesses !== undefined && Object.hasOwn(profile.wrongGuesses, `segment:${id}`)
    return {
      holds: holds && !wrong, since: verdict?.since ?? preset?.since ?? profile.visitStartedAt ?? now,
      flipsAt: verdict?.flipsAt ?? presetsFlipAt, because: [{ kind: 'segment', id, holds: holds && !wrong }],
    }
  }

  function judge(node: RuleNode): Verdict {
    switch (node.kind) {
      case 'all':
      case 'any': return combine(node.parts.map(judge), node.kind === 'all')
      case 'not': {
        const verdict = judge(node.part)
        return { ...verdict, holds: !verdict.holds }
      }
      case 'events': return ofLeaf(node.leaf, node.test, holding => {
        const { holds = false, value } = holding ?? {}
        return { ...node.fact, ...(value !== undefined && { value }), holds }
      })
      case 'sequence': return ofLeaf(node.leaf, node.test, holding => ({
        kind: 'sequence', steps: node.rule.seq.map(step => (step.absent ? '!' : '') + step.event), within: node.rule.within,
        holds: holding?.holds === true,
      }))
      case 'fact': return factVerdict(node.rule, context, node.leaf === undefined ? undefined : watched?.states[node.leaf])
      case 'score': {
        const { score, op, value: than } = node.rule
        const value = scoreOf(score, input)
        const holds = compare(value, op, than)
        const since = profile.visitStartedAt ?? now
        // Predictions count whole days of the store.
        return { holds, since, flipsAt: clock.startOf(clock.day(now) + 1), because: [{ kind: 'score', score, op, ...(value !== undefined && { value }), than, holds }] }
      }
      case 'segment': return ofSegment(node.id)
    }
  }

  for (const { spec, node } of program.segments) verdicts.set(spec.id, judge(node))
  return verdicts
}

function scoreOf(score: ScoreName, { predictions: known }: SegmentInput): number | undefined {
  switch (score) {
    case 'churn': return known?.churn?.probability
    case 'orders': return known?.orders?.expected
    case 'value': return known?.value?.amount
    case 'discounts': return known?.priceSensitivity?.share
  }
}
