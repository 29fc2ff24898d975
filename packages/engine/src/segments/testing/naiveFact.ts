import type { ShopEvent } from '../../event.ts'
import type { FactRule } from '../rule.ts'
import { naiveCompare } from './naiveCompare.ts'
import { localDay, startOfLocalDay } from './naiveDays.ts'
import { spanOf } from './naiveLeaf.ts'
import type { NaiveInput } from './naiveSegments.ts'

/** A fact, from the log, the page and the predictions as they are. */
export function naiveFact(rule: FactRule, input: NaiveInput, isCounted: (event: ShopEvent) => boolean): boolean {
  const value = valueOf(rule.fact, input, isCounted)
  const isDate = ['orders.first', 'orders.last', 'visits.first', 'visits.last', 'needs.next'].includes(rule.fact)
  if (!isDate || value === undefined || rule.op === 'exists' || rule.op === 'missing') return naiveCompare(value, rule.op, rule.value)
  const { now, timeZone } = input
  const date = value as number
  if (rule.op === 'before' || rule.op === 'after') {
    const limit = startOfLocalDay(Date.parse(`${rule.value as string}T00:00:00Z`) / 864e5, timeZone)
    return rule.op === 'before' ? date < limit : date > limit
  }
  const { length, days } = spanOf(rule.value as string)
  const [at, today] = days ? [localDay(date, timeZone), localDay(now, timeZone)] : [date, now]
  if (rule.op === 'olderThan') return at <= today - length
  if (rule.op === 'withinLast') return date <= now && at > today - length
  return date > now && at <= today + length
}

function valueOf(fact: string, { log, now, page, predictions, presets, timeZone }: NaiveInput, isCounted: (event: ShopEvent) => boolean): unknown {
  const orders = fact.startsWith('orders.') ? log.filter(event => event.name === 'purchase' && isCounted(event)).sort((a, b) => a.at - b.at) : []
  const worth = orders.reduce((sum, event) => sum + Math.round(((event.params as { value?: number }).value ?? 0) * 1e6), 0) / 1e6
  const visits = visitsOf(log)
  const isAnother = now - (visits.at(-1)?.end ?? -Infinity) >= 18e5
  const ofVisit = (prop: string): unknown => {
    const last = visits.at(-1)
    if (!last || now - last.end >= 18e5) return undefined
    const said = log.filter(event => event.name === 'page_view' && (event.params as Record<string, unknown>)[prop] !== undefined)
      .map((event, place) => ({ event, place })).sort((a, b) => a.event.at - b.event.at || a.place - b.place).at(-1)?.event
    return said && said.at >= last.start ? (said.params as Record<string, unknown>)[prop] : undefined
  }
  const [family, rest = ''] = [fact.slice(0, fact.indexOf('.')), fact.slice(fact.indexOf('.') + 1)]
  const local = (): Date => new Date(new Date(now).toLocaleString('en-US', { timeZone: fact === 'time.month' ? timeZone : page?.timeZone ?? timeZone }))
  switch (fact) {
    case 'orders.count': return orders.length
    case 'orders.value': return worth
    case 'orders.average': return orders.length === 0 ? undefined : Math.round(worth / orders.length * 1e6) / 1e6
    case 'orders.first': return orders[0]?.at
    case 'orders.last': return orders.at(-1)?.at
    case 'visits.count': return visits.length + Number(isAnother)
    case 'visits.last': return visits.at(isAnother ? -1 : -2)?.end
    case 'campaign.source': return page?.campaign?.source ?? ofVisit('source')
    case 'referrer.host': return page?.referrerHost ?? ofVisit('referrer_host')
    case 'needs.next': return predictions?.needs[0]?.dueAt
    case 'time.hour': return local().getHours()
    case 'time.weekday': return local().getDay()
    case 'time.month': return local().getMonth() + 1
    case 'stage': return [...presets].find(id => ['visitor', 'new', 'casual', 'active', 'loyal', 'at-risk', 'lapsed'].includes(id))
  }
  switch (family) {
    case 'page': return (page as Record<string, unknown> | undefined)?.[rest]
    case 'consent': return page?.consent?.[rest]
    case 'context': return page?.context?.[rest]
    case 'affinity': return predictions?.tastes.filter(({ attribute }) => attribute === rest).map(({ value }) => value)
    case 'tier': return predictions?.priceTiers[rest]
    case 'cart': return page?.cart?.lines.map(line => line.item_id)
  }
  return undefined
}

function visitsOf(log: readonly ShopEvent[]): { start: number; end: number }[] {
  const visits: { start: number; end: number }[] = []
  let latest = -Infinity
  for (const { at } of log) {
    if (at - latest >= 18e5) visits.push({ start: at, end: at })
    latest = Math.max(latest, at)
    visits.at(-1)!.end = latest
  }
  return visits
}
