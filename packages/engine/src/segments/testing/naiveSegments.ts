import type { ShopEvent } from '../../event.ts'
import type { Rule, SegmentSpec } from '../rule.ts'
import type { SegmentInput } from '../segmentInput.ts'
import { naiveFact } from './naiveFact.ts'
import { naiveCompare } from './naiveCompare.ts'
import { naiveEvents, naiveSequence, type NaiveLeaf } from './naiveLeaf.ts'

/** What the naive evaluator is asked with: the whole log in key order, without doubles; what the page and the predictions say. */
export interface NaiveInput extends Pick<SegmentInput, 'page' | 'predictions'> {
  log: readonly ShopEvent[]
  now: number
  timeZone: string
  /** Presets that hold. */
  presets: ReadonlySet<string>
}

/** Ids of the segments that hold, by looking at the whole log for every part of every rule. */
export function naiveSegments(specs: readonly SegmentSpec[], input: NaiveInput): string[] {
  const byId = new Map(specs.map(spec => [spec.id, spec]))
  const isCounted = countedIn(input.log)
  const holds = (rule: Rule): boolean => {
    if ('all' in rule) return rule.all.every(holds)
    if ('any' in rule) return rule.any.some(holds)
    if ('not' in rule) return !holds(rule.not)
    if ('segment' in rule) return byId.has(rule.segment) ? holds(byId.get(rule.segment)!.rule) : input.presets.has(rule.segment)
    if ('event' in rule) return naiveEvents(rule, input.timeZone, isCounted).holdsAt(input.log, input.now)
    if ('seq' in rule) return naiveSequence(rule, isCounted).holdsAt(input.log, input.now)
    if ('fact' in rule) return naiveFact(rule, input, isCounted)
    const { predictions } = input
    const scores = {
      churn: predictions?.churn?.probability, orders: predictions?.orders?.expected, value: predictions?.value?.amount,
      discounts: predictions?.priceSensitivity?.share,
    }
    return naiveCompare(scores[rule.score], rule.op, rule.value)
  }
  return specs.filter(spec => holds(spec.rule)).map(({ id }) => id)
}

/** An order counts the first time it is told, one that was concluded never. */
export function countedIn(log: readonly ShopEvent[]): (event: ShopEvent) => boolean {
  const first = new Map<string, ShopEvent>()
  for (const event of log) {
    if (event.name === 'purchase' && !first.has(event.params.transaction_id)) first.set(event.params.transaction_id, event)
  }
  return event => event.name !== 'purchase' || (first.get(event.params.transaction_id) === event && event.params.inferred !== true)
}

/** Since when a leaf has been as it is: told event by event, and between two of them moment by moment. */
export function naiveSince(leaf: NaiveLeaf, log: readonly ShopEvent[], now: number): number {
  let [holds, since, clock] = [leaf.holdsAt([], 0), 0, 0]
  const look = (events: readonly ShopEvent[], at: number): void => {
    if (leaf.holdsAt(events, at) === holds) return
    holds = !holds
    since = at
  }
  const walk = (events: readonly ShopEvent[], to: number): void => {
    for (const edge of leaf.edges(events).filter(each => each > clock && each <= to).sort((a, b) => a - b)) look(events, edge)
    clock = to
  }
  for (let count = 1; count <= log.length; count++) {
    walk(log.slice(0, count - 1), Math.max(clock, log[count - 1]!.at))
    look(log.slice(0, count), clock)
  }
  walk(log, now)
  return since
}
