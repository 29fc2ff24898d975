// Bundled before it is run, as it ships: the tool that runs sources wraps every inner function.
import { checkRules, compileRules, emptyProfile, foldEvents, segmentsAt, type Rule, type SegmentSpec, type ShopEvent } from '@shopside/engine'
import { hashId } from '../../packages/engine/src/profile/hashId.ts'
import { openWatch } from '../../packages/engine/src/segments/watchEvents.ts'
import { seededRandom } from '../seededRandom.ts'

/** What was measured: times in ms, sizes in bytes of JSON. */
export interface SegmentTimes {
  rules: number
  ruleBytes: number
  leaves: number
  events: number
  /** Of 200, at the last moment. */
  held: number
  /** A full evaluation, presets too; and of the rules alone, what presets take being taken off. */
  evaluations: number[]
  presets: number[]
  /** What one more event costs for rules. */
  perEvent: number[]
  stateBytes: number
  watchedBytes: number
}

const eventCount = 2000
const ruleCount = 200
const day = 864e5
const start = Date.UTC(2026, 0, 5, 9)
const categories = ['Garden', 'Kitchen', 'Lighting', 'Stationery', 'Toys', 'Textiles', 'Storage', 'Christmas']

/** What a shop would write: by kind, window, category and threshold. */
function benchRules(): SegmentSpec[] {
  const windows = ['1d', '7d', '14d', '30d', '90d']
  const rules: Rule[] = []
  for (const [place, category] of categories.entries()) {
    const where = [{ prop: 'item_category', op: '=' as const, value: category }]
    for (const within of windows) rules.push({ event: 'view_item', where, within, op: '>=', value: 3 })
    rules.push({ event: 'add_to_cart', where, within: '30d', op: '>=', value: 1 })
    rules.push({ event: 'purchase', where, within: '365d', op: '>=', value: 1 })
    rules.push({ event: 'purchase', agg: 'sum', prop: 'item_revenue', where, within: '365d', op: '>=', value: 50 })
    rules.push({ all: [{ event: 'view_item', where, within: '7d', op: '>=', value: 5 }, { not: { event: 'purchase', where, within: '30d', op: '>=', value: 1 } }] })
    rules.push({ seq: [{ event: 'add_to_cart', where }, { event: 'purchase', absent: true }], within: '2h', recent: '7d' })
    rules.push({ event: 'view_item', agg: 'distinct', prop: 'item_id', where, within: '30d', op: '>=', value: 5 })
    rules.push({ event: 'view_item', where: [...where, { prop: 'price', op: '>', value: 5 * place }], within: '14d', op: '>=', value: 2 })
  }
  for (const within of windows) {
    rules.push({ event: 'purchase', agg: 'sum', prop: 'value', within, op: '>=', value: 40 }, { event: 'purchase', agg: 'avg', prop: 'value', within, op: '>', value: 25 })
    rules.push({ event: 'view_item', agg: 'max', prop: 'price', within, op: '>=', value: 40 }, { event: 'view_item', agg: 'last', prop: 'item_category', within, op: '=', value: 'Toys' })
  }
  rules.push({ event: 'view_item', agg: 'top', prop: 'item_category', within: '14d', op: '=', value: 'Garden' }, { event: 'search', within: '1d', op: '>=', value: 2 })
  rules.push({ event: 'purchase', between: ['180d', '60d'], op: '>=', value: 1 }, { event: 'purchase', agg: 'first', prop: 'item_id', op: 'exists' })
  const facts: Rule[] = [
    { fact: 'orders.last', op: 'olderThan', value: '60d' }, { fact: 'visits.count', op: '>=', value: 10 }, { fact: 'cart.value', op: '>', value: 30 },
    { fact: 'stage', op: 'in', value: ['loyal', 'active'] }, { fact: 'time.hour', op: 'between', value: [18, 23] }, { segment: 'returning' },
  ]
  for (let n = 0; rules.length < ruleCount; n++) rules.push({ any: [facts[n % facts.length]!, { all: [facts[(n + 1) % facts.length]!, rules[n]!] }] })
  return rules.map((rule, n) => ({ id: `s${n}`, rule }))
}

/** A keen shopper: 2,000 events over half a year, an order every 60 events. */
function benchEvents(): ShopEvent[] {
  const random = seededRandom(1)
  let at = start
  return Array.from({ length: eventCount }, (_, n) => {
    at += n % 20 === 19 ? Math.round(random() * 3.4 * day) : Math.round(random() * 90_000)
    const kind = Math.floor(random() * 400)
    const item = { item_id: String(20000 + kind), item_category: categories[kind % 8]!, price: 1.25 + (kind % 40), quantity: 1 + (kind % 3) }
    const id = `${String(n).padStart(6, '0')}`
    if (n % 60 === 59) return { id, at, name: 'purchase', params: { transaction_id: `T${n}`, currency: 'GBP', value: 20 + (kind % 40), items: [item] } }
    if (n % 12 === 11) return { id, at, name: 'add_to_cart', params: { currency: 'GBP', items: [item] } }
    if (n % 25 === 24) return { id, at, name: 'search', params: { search_term: 'tin' } }
    return { id, at, name: 'view_item', params: { currency: 'GBP', items: [item] } }
  })
}

/** Folds the log event by event, then evaluates it hour by hour. Two rounds warm up. */
export function segmentCalls(): SegmentTimes {
  const specs = benchRules()
  // The published limit is by bytes of text: a bench of 200 rules goes beyond it on purpose.
  const fault = checkRules(specs).find(({ problem }) => !problem.endsWith('bytes'))
  if (fault) throw new Error(JSON.stringify(fault))
  const program = compileRules(specs)
  const events = benchEvents()
  const perEvent: number[] = []
  for (let round = 0; round < 3; round++) {
    let { watched } = program
    let lastAt = 0
    const counted: Record<string, 1> = {}
    for (const event of events) {
      const before = performance.now()
      const watch = openWatch(watched)!
      watch.take(event, lastAt, counted)
      watched = watch.done()
      if (round === 2) perEvent.push(performance.now() - before)
      lastAt = Math.max(lastAt, event.at)
      if (event.name === 'purchase') counted[hashId(event.params.transaction_id)] = 1
    }
  }
  const profile = foldEvents(emptyProfile(program.watched), events)
  const evaluations: number[] = []
  const presets: number[] = []
  let held = 0
  for (let n = 0; n < 300; n++) {
    const now = events.at(-1)!.at + n * 3_600_000
    const before = performance.now()
    const { memberships } = segmentsAt({ profile, now }, program)
    const between = performance.now()
    segmentsAt({ profile, now })
    if (n >= 100) evaluations.push(between - before)
    if (n >= 100) presets.push(performance.now() - between)
    held = memberships.filter(({ id }) => /^s\d/.test(id)).length
  }
  const bytesOf = (value: unknown): number => JSON.stringify(value).length
  return {
    rules: specs.length, ruleBytes: bytesOf(specs), leaves: program.watched.specs.length, events: events.length, held, evaluations, presets, perEvent,
    stateBytes: bytesOf(profile.watched!.states), watchedBytes: bytesOf(profile.watched),
  }
}
