import type { EpochMs } from '../event.ts'
import { hashId } from '../profile/hashId.ts'
import { readDuration } from './duration.ts'
import type { Aggregate, EventRule, FactRule, Rule, ScoreRule, SegmentSpec, SequenceRule } from './rule.ts'
import type { RuleFact } from './ruleFact.ts'
import { isLeafSpec } from './isLeafSpec.ts'
import type { Keep, LeafSpec, LeafTest, Watched } from './watched.ts'

/** Rules made ready: segments in an order in which each stands after those it asks for, and the leaves that they need of the log. */
export interface RuleProgram {
  segments: { spec: SegmentSpec; node: RuleNode }[]
  /** With nothing counted: what a profile is to carry (`emptyProfile`, `adoptWatched`). */
  watched: Watched
}

/** What an event rule says, but for what is found. */
type EventsFact = Extract<RuleFact, { kind: 'events' }>

/** A rule with its leaves found: `leaf` and `test` are places in `Watched`. */
export type RuleNode =
  | { kind: 'all' | 'any'; parts: RuleNode[] }
  | { kind: 'not'; part: RuleNode }
  | { kind: 'events'; fact: EventsFact; leaf: number; test: number }
  | { kind: 'sequence'; rule: SequenceRule; leaf: number; test: number }
  | { kind: 'fact'; rule: FactRule; leaf?: number }
  | { kind: 'score'; rule: ScoreRule }
  | { kind: 'segment'; id: string }

/** Facts of a visit that its page views tell: the latest of this visit that says anything. */
const visitProps: ReadonlyMap<string, string> = new Map([
  ['campaign.source', 'source'], ['campaign.medium', 'medium'], ['campaign.name', 'campaign'], ['referrer.host', 'referrer_host'],
])
/** Deeper than any rule that is accepted (`checkRules`). */
const maxDepth = 8

/**
 * Makes rules ready that `checkRules` has found right. Of a file that nobody has checked they are taken whole or not at all.
 *
 * @param options `timeZone` of calendar days (@default 'UTC'); `asOf` of the norms that bring the rules: of two models the newer one's count
 * @throws TypeError for what cannot be read, RangeError for segments that ask for each other in a ring or are nested too deep
 */
export function compileRules(specs: readonly SegmentSpec[], { timeZone = 'UTC', asOf = 0 }: { timeZone?: string; asOf?: EpochMs } = {}): RuleProgram {
  const leaves = new Map<string, LeafSpec>()

  function place(parts: Omit<LeafSpec, 'tests' | 'size' | 'far'>, size: number, test: LeafTest): { leaf: number; test: number } {
    const name = JSON.stringify([parts, test.far === undefined && parts.keep !== 'times' && parts.keep !== 'keys'])
    const known = leaves.get(name)
    const leaf = known ?? { ...parts, size, ...(test.far !== undefined && { far: test.far }), tests: [] }
    leaves.set(name, leaf)
    leaf.size = Math.max(leaf.size, size)
    if (test.far === undefined) delete leaf.far
    else if (leaf.far !== undefined) leaf.far = Math.max(leaf.far, test.far)
    const text = JSON.stringify(test)
    const same = leaf.tests.findIndex(other => JSON.stringify(other) === text)
    return { leaf: [...leaves.keys()].indexOf(name), test: same >= 0 ? same : leaf.tests.push(test) - 1 }
  }

  function eventNode(rule: EventRule): RuleNode {
    const { event, agg = 'count', prop, where, op, value } = rule
    const far = rule.within === undefined && rule.between === undefined ? undefined : readDuration(rule.within ?? rule.between?.[0])
    const near = rule.between && readDuration(rule.between[1])
    const days = far?.days === true
    const nearLength = near && (days && !near.days ? Math.round(near.length / 86_400_000) : near.length)
    const test: LeafTest = {
      agg, op, ...(value !== undefined && { value }), ...(far && { far: far.length }), ...(nearLength !== undefined && { near: nearLength }),
    }
    const keep = near ? 'values' : keepOf(agg, far !== undefined)
    const parts = { event, keep, ...(prop !== undefined && { prop }), ...(where?.length && { where }), ...(days && { days }) }
    const { value: than, ...asked } = rule
    const fact: EventsFact = { kind: 'events', ...asked, agg, ...(than !== undefined && { than }), holds: false }
    return { kind: 'events', fact, ...place(parts, largest(value) + 1, test) }
  }

  function sequenceNode(rule: SequenceRule): RuleNode {
    const { seq, within, same, recent } = rule
    const far = readDuration(recent)
    const parts = {
      event: '', keep: 'sequence' as const, steps: seq, within: readDuration(within)!.length, ...(same !== undefined && { same }),
      // A sequence is a moment: days would round its end.
    }
    const length = far && (far.days ? far.length * 86_400_000 : far.length)
    return { kind: 'sequence', rule, ...place(parts, 1, { agg: 'count', op: '>=', value: 1, ...(length !== undefined && { far: length }) }) }
  }

  function factNode(rule: FactRule): RuleNode {
    const prop = visitProps.get(rule.fact)
    if (prop === undefined) return { kind: 'fact', rule }
    const where = [{ prop, op: 'exists' as const }]
    const { leaf } = place({ event: 'page_view', keep: 'last', prop, where }, 1, { agg: 'last', op: 'exists' })
    return { kind: 'fact', rule, leaf }
  }

  function nodeOf(rule: Rule, depth: number): RuleNode {
    if (depth > maxDepth) throw new RangeError('rules are nested too deep')
    if ('all' in rule) return { kind: 'all', parts: rule.all.map(part => nodeOf(part, depth + 1)) }
    if ('any' in rule) return { kind: 'any', parts: rule.any.map(part => nodeOf(part, depth + 1)) }
    if ('not' in rule) return { kind: 'not', part: nodeOf(rule.not, depth + 1) }
    if ('event' in rule) return eventNode(rule)
    if ('seq' in rule) return sequenceNode(rule)
    if ('fact' in rule) return factNode(rule)
    if ('score' in rule) return { kind: 'score', rule }
    return { kind: 'segment', id: rule.segment }
  }

  const segments = inOrder(specs).map(spec => ({ spec, node: nodeOf(spec.rule, 1) }))
  const leafSpecs = [...leaves.values()]
  if (!leafSpecs.every(isLeafSpec)) throw new TypeError('rules that nobody has checked')
  const version = hashId(JSON.stringify([timeZone, leafSpecs]))
  return { segments, watched: { version, asOf, timeZone, specs: leafSpecs, states: leafSpecs.map(() => ({ from: 0, t: [] })) } }
}

function keepOf(agg: Aggregate, hasWindow: boolean): Keep {
  switch (agg) {
    case 'count': return 'times'
    case 'distinct': return 'keys'
    case 'sum':
    case 'avg': return 'sum'
    case 'min': return 'low'
    case 'max': return 'high'
    case 'last': return 'last'
    case 'first': return hasWindow ? 'values' : 'first'
    case 'top': return 'values'
  }
}

/** The greatest number that something is compared with, at least 0: more than one beyond it never needs to be told apart. */
function largest(value: unknown): number {
  return Math.ceil(Math.max(0, ...[value].flat().filter(part => typeof part === 'number')))
}

/** Each after those it asks for. */
function inOrder(specs: readonly SegmentSpec[]): SegmentSpec[] {
  const byId = new Map(specs.map(spec => [spec.id, spec]))
  const done = new Set<SegmentSpec>()
  const open = new Set<SegmentSpec>()
  function visit(spec: SegmentSpec): void {
    if (done.has(spec)) return
    if (open.has(spec)) throw new RangeError(`segments ask for each other: ${spec.id}`)
    open.add(spec)
    for (const id of askedFor(spec.rule)) {
      const other = byId.get(id)
      if (other) visit(other)
    }
    done.add(spec)
  }
  specs.forEach(visit)
  return [...done]
}

/** Ids of the segments that a rule asks for. */
export function askedFor(rule: Rule): string[] {
  if ('segment' in rule) return [rule.segment]
  if ('not' in rule) return askedFor(rule.not)
  return 'all' in rule ? rule.all.flatMap(askedFor) : 'any' in rule ? rule.any.flatMap(askedFor) : []
}
