// Brute force over the whole log, for tests: it shares no code with what it checks but the shape of a rule.
import type { ShopEvent } from '../../event.ts'
import type { EventRule, PropertyTest, SequenceRule } from '../rule.ts'
import { naiveCompare } from './naiveCompare.ts'
import { localDay, startOfLocalDay } from './naiveDays.ts'

const lengths: Record<string, number> = { m: 6e4, h: 36e5, d: 864e5, w: 6048e5 }
const itemFields = new Set([
  'item_id', 'item_group_id', 'item_name', 'item_variant', 'item_brand', 'item_category', 'price', 'quantity', 'discount', 'index', 'in_stock',
  'item_revenue',
])

/** A leaf over the events so far, as a function of time. */
export interface NaiveLeaf {
  holdsAt(events: readonly ShopEvent[], now: number): boolean
  /** Moments at which time alone may change it. */
  edges(events: readonly ShopEvent[]): number[]
}

export function spanOf(text: string): { length: number; days: boolean } {
  const [, count, unit] = /^(\d+)(\D+)$/.exec(text)!
  if (unit === 'cd') return { length: Number(count), days: true }
  const ms = Number(count) * lengths[unit!]!
  return ms > 90 * 864e5 ? { length: ms / 864e5, days: true } : { length: ms, days: false }
}

function nameOf(event: ShopEvent): string {
  return event.name === 'custom' ? event.params.event_name : event.name
}

function matches(event: ShopEvent, name: string, where: readonly PropertyTest[] = [], prop?: string): unknown[] {
  if (nameOf(event) !== name) return []
  const own: Record<string, unknown> = { ...event.params, page: event.page }
  const plain = (value: unknown): unknown => (['string', 'number', 'boolean'].includes(typeof value) ? value : undefined)
  for (const test of where) if (!itemFields.has(test.prop) && !naiveCompare(plain(own[test.prop]), test.op, test.value)) return []
  const ofItems = where.filter(test => itemFields.has(test.prop))
  if (ofItems.length === 0 && !(prop !== undefined && itemFields.has(prop))) {
    const value = prop === undefined ? 'an event' : plain(own[prop])
    return value === undefined ? [] : [value]
  }
  const items = new Map<string, Record<string, unknown>>()
  for (const item of (own['items'] as { item_id: string; quantity?: number }[] | undefined) ?? []) {
    const before = items.get(item.item_id)
    const quantity = (item.quantity ?? 1) + ((before?.['quantity'] as number | undefined) ?? 0)
    items.set(item.item_id, before ? { ...before, quantity } : { ...item, quantity })
  }
  const left = [...items.values()].map(item => (
    item['price'] === undefined ? item : { ...item, item_revenue: (item['price'] as number) * (item['quantity'] as number) }
  )).filter(item => ofItems.every(test => naiveCompare((item as Record<string, unknown>)[test.prop], test.op, test.value)))
  if (left.length === 0) return []
  if (prop === undefined) return ['an event']
  const values = itemFields.has(prop) ? left.map(item => (item as Record<string, unknown>)[prop]) : [plain(own[prop])]
  return values.filter(value => value !== undefined)
}

/** @param isCounted false for what is no event of its own: an order that was told before */
export function naiveEvents(rule: EventRule, zone: string, isCounted: (event: ShopEvent) => boolean): NaiveLeaf {
  const far = rule.within ?? rule.between?.[0]
  const span = far === undefined ? undefined : spanOf(far)
  const near = rule.between ? spanOf(rule.between[1]) : { length: 0, days: false }
  const nearLength = span?.days && !near.days ? Math.round(near.length / 864e5) : near.length
  const unit = (at: number): number => (span?.days ? localDay(at, zone) : at)
  const found = (events: readonly ShopEvent[]): { t: number; value: unknown }[] => events.filter(isCounted)
    .flatMap(event => matches(event, rule.event, rule.where, rule.prop).map(value => ({ t: unit(event.at), value })))
    .map((entry, place) => ({ ...entry, place })).sort((a, b) => a.t - b.t || a.place - b.place)
  return {
    holdsAt(events, now) {
      const inside = found(events).filter(({ t }) => !span || (t > unit(now) - span.length && t <= unit(now) - nearLength)).map(({ value }) => value)
      return naiveCompare(aggregate(inside, rule.agg ?? 'count'), rule.op, rule.value)
    },
    edges(events) {
      if (!span) return []
      const moments = new Set(found(events).flatMap(({ t }) => [t + span.length, t + nearLength]))
      return [...moments].map(moment => (span.days ? startOfLocalDay(moment, zone) : moment))
    },
  }
}

function aggregate(values: unknown[], agg: string): unknown {
  const numbers = values.filter(value => typeof value === 'number')
  const round = (value: number): number => Math.round(value * 1e6) / 1e6
  const sum = numbers.reduce((total, value) => total + Math.round(value * 1e6), 0)
  switch (agg) {
    case 'count': return values.length
    case 'distinct': return new Set(values).size
    case 'sum': return round(sum / 1e6)
    case 'avg': return numbers.length === 0 ? undefined : Math.round(sum / numbers.length) / 1e6
    case 'min': return numbers.length === 0 ? undefined : Math.min(...numbers)
    case 'max': return numbers.length === 0 ? undefined : Math.max(...numbers)
    case 'first': return values[0]
    case 'last': return values.at(-1)
  }
  const times = (value: unknown): number => values.filter(other => other === value).length
  return [...new Set(values)].sort((a, b) => times(b) - times(a) || (String(a) < String(b) ? -1 : 1))[0]
}

/** Every chain of events that fits, looked for one by one. */
export function naiveSequence(rule: SequenceRule, isCounted: (event: ShopEvent) => boolean): NaiveLeaf {
  const within = spanOf(rule.within).length
  const recent = rule.recent === undefined ? undefined : spanOf(rule.recent)
  const lasting = recent ? (recent.days ? recent.length * 864e5 : recent.length) : Infinity
  const trailing = rule.seq.at(-1)!.absent === true

  function moments(events: readonly ShopEvent[]): { at: number; sure: (now: number) => boolean }[] {
    const known = events.filter(isCounted)
    const times: number[] = []
    let latest = -Infinity
    for (const event of events) {
      latest = Math.max(latest, event.at)
      if (isCounted(event)) times.push(latest)
    }
    const keys = rule.seq.map(step => known.map(event => matches(event, step.event, step.where, rule.same).map(String)))
    const found: { at: number; sure: (now: number) => boolean }[] = []
    const hasBetween = (step: number, key: string, from: number, to: number): boolean => {
      for (let i = from + 1; i < to; i++) if (keys[step]![i]!.includes(key)) return true
      return false
    }
    function go(step: number, key: string, start: number, before: number): void {
      const guards: number[] = []
      while (step < rule.seq.length && rule.seq[step]!.absent) guards.push(step++)
      if (step === rule.seq.length) {
        if (!trailing) return void found.push({ at: times[before]!, sure: () => true })
        const due = times[before]! + within
        // One that comes at the last moment comes in time.
        const came = known.some((_, i) => i > before && times[i]! <= due && guards.some(guard => keys[guard]![i]!.includes(key)))
        if (!came) found.push({ at: due, sure: now => now >= due })
        return
      }
      for (let i = before + 1; i < known.length; i++) {
        if (times[i]! - times[start]! > within) break
        if (!keys[step]![i]!.includes(key) || guards.some(guard => hasBetween(guard, key, before, i))) continue
        go(step + 1, key, start, i)
      }
    }
    known.forEach((_, i) => { for (const key of new Set(keys[0]![i])) go(1, key, i, i) })
    return found
  }
  return {
    holdsAt: (events, now) => moments(events).some(({ at, sure }) => sure(now) && at <= now && now < at + lasting),
    edges: events => moments(events).flatMap(({ at }) => [at, at + lasting]).filter(Number.isFinite),
  }
}
