// A grammar of rules, in which every operator comes up often (a test counts them), and of logs whose times lie on the edges of windows.
import type { Aggregate, EventRule, FactRule, PropertyTest, Rule, RuleOp, SegmentSpec, SequenceRule } from '../rule.ts'

/** A generator of numbers in [0, 1). */
export type Random = () => number

export const pick = <Value>(random: Random, list: readonly Value[]): Value => list[Math.floor(random() * list.length)]!

const windows = ['30m', '2h', '24h', '1d', '7d', '4w', '90d', '1cd', '7cd', '120d', '26w']
const numberOps = ['=', '!=', '<', '<=', '>', '>=', 'between', 'in', 'nin'] as const
const textOps = ['=', '!=', 'in', 'nin', 'contains', 'startsWith'] as const
const names = ['view_item', 'view_item', 'add_to_cart', 'purchase', 'page_view', 'search', 'newsletter']
const ids = ['A1', 'A2', 'B1', 'B2', 'C1']
const categories = ['Garden', 'Kitchen', 'Garden tools']
const aggregates: Aggregate[] = ['count', 'count', 'sum', 'avg', 'min', 'max', 'distinct', 'first', 'last', 'top']

function numberTest(random: Random, most: number): { op: RuleOp; value?: number | number[] } {
  const number = (): number => (most > 5 ? Math.round(random() * most * 4) / 4 : Math.floor(random() * (most + 1)))
  const op = pick(random, [...numberOps, 'exists', 'missing'] as const)
  if (op === 'exists' || op === 'missing') return { op }
  if (op === 'in' || op === 'nin') return { op, value: [number(), number()] }
  return { op, value: op === 'between' ? [number(), number()].sort((a, b) => a - b) : number() }
}

function textTest(random: Random, values: readonly string[]): { op: RuleOp; value?: string | string[] } {
  const op = pick(random, [...textOps, 'exists', 'missing'] as const)
  if (op === 'exists' || op === 'missing') return { op }
  if (op === 'in' || op === 'nin') return { op, value: [pick(random, values), pick(random, values)] }
  const value = pick(random, values)
  return { op, value: op === 'startsWith' ? value.slice(0, 1) : op === 'contains' ? value.slice(1, 3) : value }
}

function setTest(random: Random, values: readonly string[]): { op: RuleOp; value?: string[] | number } {
  const op = pick(random, ['hasAny', 'hasAll', 'hasNone', 'size'] as const)
  return { op, value: op === 'size' ? Math.floor(random() * 3) : [pick(random, values), pick(random, values)] }
}

function dateTest(random: Random): { op: RuleOp; value: string } {
  const op = pick(random, ['before', 'after', 'withinLast', 'olderThan', 'withinNext'] as const)
  return { op, value: op === 'before' || op === 'after' ? pick(random, ['2026-03-29', '2026-05-01', '2026-10-25']) : pick(random, windows) }
}

function whereOf(random: Random): PropertyTest[] {
  const found: PropertyTest[] = []
  while (random() < 0.3 && found.length < 2) {
    const test = random() < 0.5 ? { prop: 'price', ...numberTest(random, 20) } : { prop: 'item_category', ...textTest(random, categories) }
    found.push((random() < 0.2 ? { prop: 'value', ...numberTest(random, 50) } : test) as PropertyTest)
  }
  return found
}

function eventRule(random: Random): EventRule {
  const agg = pick(random, aggregates)
  const isNumber = ['count', 'distinct', 'sum', 'avg', 'min', 'max'].includes(agg)
  const prop = agg === 'count' ? undefined
    : ['sum', 'avg', 'min', 'max'].includes(agg) ? pick(random, ['price', 'value', 'quantity', 'item_revenue'])
      : pick(random, ['item_id', 'item_category', 'search_term'])
  const most = agg === 'count' || agg === 'distinct' ? 4 : 30
  const where = whereOf(random)
  const far = pick(random, windows)
  const past = pick(random, ['90d', '120d', '26w', '40cd'])
  const window = random() < 0.15 ? {} : random() < 0.2 ? { between: [past, pick(random, past === '90d' ? ['30m', '7d'] : ['7d', '3d'])] as [string, string] } : { within: far }
  return {
    event: pick(random, names), ...(agg !== 'count' && { agg }), ...(prop && { prop }), ...(where.length > 0 && { where }), ...window,
    ...(isNumber ? numberTest(random, most) : textTest(random, prop === 'item_id' ? ids : categories)),
  } as EventRule
}

function sequenceRule(random: Random): SequenceRule {
  const step = (absent: boolean): SequenceRule['seq'][number] => {
    const where = random() < 0.3 ? whereOf(random) : []
    return { event: pick(random, names), ...(where.length > 0 && { where }), ...(absent && { absent }) }
  }
  const seq = [step(false)]
  const length = 2 + Math.floor(random() * 2)
  while (seq.length < length) seq.push(step(random() < 0.4))
  return {
    seq, within: pick(random, ['30m', '2h', '1d', '7d']), ...(random() < 0.4 && { same: pick(random, ['item_id', 'item_category']) }),
    ...(random() < 0.5 && { recent: pick(random, ['2h', '7d', '4w']) }),
  }
}

function factRule(random: Random): FactRule {
  const roll = random()
  const fact = roll < 0.15 ? { fact: pick(random, ['orders.count', 'visits.count', 'time.weekday', 'time.month']), ...numberTest(random, 4) }
    : roll < 0.25 ? { fact: pick(random, ['orders.value', 'orders.average', 'time.hour']), ...numberTest(random, 30) }
      : roll < 0.6 ? { fact: pick(random, ['orders.first', 'orders.last', 'visits.last', 'needs.next']), ...dateTest(random) }
        : roll < 0.85 ? { fact: pick(random, ['affinity.category', 'cart.items']), ...setTest(random, [...categories, ...ids]) }
          : {
              fact: pick(random, ['page.type', 'campaign.source', 'referrer.host', 'context.weather', 'consent.analytics', 'tier.Garden', 'stage']),
              ...textTest(random, ['product', 'mail', 'rain', 'granted', 'budget', 'visitor']),
            }
  return fact as FactRule
}

function leaf(random: Random, id: number): Rule {
  const roll = random()
  if (roll < 0.4) return eventRule(random)
  if (roll < 0.55) return sequenceRule(random)
  if (roll < 0.88) return factRule(random)
  if (roll < 0.94 || id === 0) {
    return { score: pick(random, ['churn', 'orders', 'value', 'discounts'] as const), op: pick(random, ['<', '>=', '=', '!='] as const), value: Math.round(random() * 4) / 4 }
  }
  return { segment: random() < 0.3 ? 'visitor' : `s${Math.floor(random() * id)}` }
}

function anyRule(random: Random, depth: number, id: number): Rule {
  const roll = random()
  if (depth >= 3 || roll < 0.3) return leaf(random, id)
  if (roll < 0.45) return { not: anyRule(random, depth + 1, id) }
  const parts = Array.from({ length: 2 + Math.floor(random() * 2) }, () => anyRule(random, depth + 1, id))
  return roll < 0.75 ? { all: parts } : { any: parts }
}

/** Segments `s0`, `s1` … of which each may ask for those before it. */
export function anySegments(random: Random, count: number): SegmentSpec[] {
  return Array.from({ length: count }, (_, id) => ({ id: `s${id}`, rule: anyRule(random, 0, id) }))
}

/** What occurs in a rule, each word once: ops, aggregates and forms. */
export function wordsIn(rule: Rule): Set<string> {
  const words = new Set<string>()
  const look = (part: Rule): void => {
    const parts = 'all' in part ? part.all : 'any' in part ? part.any : 'not' in part ? [part.not] : []
    parts.forEach(look)
    for (const form of ['all', 'any', 'not', 'segment', 'seq', 'same', 'recent', 'score', 'fact', 'within', 'where']) if (form in part) words.add(form)
    if ('seq' in part && part.seq.some(step => step.absent)) words.add('absent')
    if ('op' in part) words.add(part.op)
    if (!('event' in part)) return
    words.add(part.agg ?? 'count')
    if (part.between !== undefined) words.add('between window')
    for (const test of part.where ?? []) words.add(test.op)
  }
  look(rule)
  return words
}
