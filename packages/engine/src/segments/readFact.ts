import type { EpochMs } from '../event.ts'
import { isNewVisit, visitGapMs } from '../profile/visits.ts'
import type { Known } from './compare.ts'
import type { FactContext } from './factVerdict.ts'
import type { LeafState } from './watched.ts'
import { zoneClock } from './zoneClock.ts'

const hourMs = 3_600_000
const stages: ReadonlySet<string> = new Set(['visitor', 'new', 'casual', 'active', 'loyal', 'at-risk', 'lapsed'])

/** What is known of a fact: a value or a date (epoch ms), since when, and when it may change by time alone. */
export interface FoundFact {
  value?: Known
  date?: EpochMs | undefined
  since?: EpochMs | undefined
  flipsAt?: EpochMs
}

/** Reads one fact of the input by its name; nothing of a name that is none. */
export function readFact(name: string, context: FactContext, leaf: LeafState | undefined): FoundFact {
  const { input, presets, presetsFlipAt, clock } = context
  // What predictions say is looked at anew every day of the store.
  const tomorrow = (): EpochMs => clock.startOf(clock.day(input.now) + 1)
  const { page = {} } = input
  const dot = name.indexOf('.')
  const rest = name.slice(dot + 1)
  switch (name.slice(0, dot)) {
    case 'orders': return orderFact(rest, input)
    case 'visits': return visitFact(rest, input)
    case 'cart': return cartFact(rest, input)
    case 'page': return { value: page[rest as 'type'] }
    case 'campaign': return leafFact(page.campaign?.[rest as 'source'], leaf, input)
    case 'referrer': return leafFact(page.referrerHost, leaf, input)
    case 'consent': return { value: own(page.consent, rest) }
    case 'context': return { value: own(page.context, rest) }
    case 'declared': {
      const said = own(input.profile.declared, rest)
      return { value: said?.value, since: said?.at }
    }
    case 'affinity': {
      const liked = input.predictions?.tastes.filter(taste => taste.attribute === rest)
      return { value: liked?.map(taste => taste.value), flipsAt: tomorrow() }
    }
    case 'tier': return { value: own(input.predictions?.priceTiers, rest), flipsAt: tomorrow() }
    case 'needs': {
      const needs = input.predictions?.needs ?? []
      return { ...(rest === 'items' ? { value: needs.map(need => need.itemId) } : { date: needs[0]?.dueAt }), flipsAt: tomorrow() }
    }
    case 'time': return timeFact(rest, context)
  }
  const group = [...presets].find(id => (name === 'rfm' ? id.startsWith('rfm:') : stages.has(id)))
  return { value: name === 'rfm' ? group?.slice(4) : group, flipsAt: presetsFlipAt }
}

function own<Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined
}

/** Of the visit that goes on: one that is over says nothing any more. */
function leafFact(said: string | undefined, leaf: LeafState | undefined, { profile, now }: FactContext['input']): FoundFact {
  if (said !== undefined) return { value: said }
  const endsAt = (profile.lastAt ?? -Infinity) + visitGapMs
  const at = leaf?.t[0]
  if (at === undefined || now >= endsAt || at < profile.visitStartedAt!) return {}
  return { value: leaf!.v![0], since: at, flipsAt: endsAt }
}

function orderFact(name: string, { profile }: FactContext['input']): FoundFact {
  const { marks, older } = profile.purchases ?? { marks: [] }
  const count = marks.length + (older?.orders ?? 0)
  const last = marks.at(-1)?.at ?? older?.lastAt
  const value = (): number => Math.round(marks.reduce((sum, mark) => sum + (mark.value ?? 0), older?.value ?? 0) * 1e6) / 1e6
  switch (name) {
    case 'count': return { value: count, since: last }
    case 'days': return { value: profile.purchaseDays, since: last }
    case 'units': return { value: profile.orderedUnits, since: last }
    case 'value': return { value: value(), since: last }
    case 'average': return count === 0 ? {} : { value: Math.round(value() / count * 1e6) / 1e6, since: last }
    case 'first': return { date: older?.firstAt ?? marks[0]?.at }
    case 'last': return { date: last }
  }
  return {}
}

/** Half an hour after its last event a visit is over: whoever looks then is in another, of which the log has nothing yet. */
function visitFact(name: string, { profile, now }: FactContext['input']): FoundFact {
  const { firstAt, lastAt, visits, visitStartedAt, previousVisitAt } = profile
  if (name === 'first') return { date: firstAt }
  const isNew = isNewVisit(profile, now)
  const endsAt = lastAt === undefined ? Infinity : lastAt + visitGapMs
  const flips = isNew ? {} : { flipsAt: endsAt }
  switch (name) {
    case 'count': return { value: visits + Number(isNew), since: isNew ? endsAt : visitStartedAt, ...flips }
    case 'last': return { date: isNew ? lastAt : previousVisitAt, ...flips }
  }
  return {}
}

function cartFact(name: string, { profile, page }: FactContext['input']): FoundFact {
  const { lines, changedAt } = page?.cart ?? profile.cart
  switch (name) {
    case 'lines': return { value: lines.length, since: changedAt }
    case 'units': return { value: lines.reduce((sum, line) => sum + line.quantity, 0), since: changedAt }
    case 'items': return { value: lines.map(line => line.item_id), since: changedAt }
    case 'changed': return { date: changedAt > 0 ? changedAt : undefined }
    case 'value': {
      if (lines.some(line => line.price === undefined)) return {}
      return { value: Math.round(lines.reduce((sum, line) => sum + line.price! * line.quantity, 0) * 1e6) / 1e6, since: changedAt }
    }
  }
  return {}
}

/** By the wall clock of the shopper, or of the store where the device's zone is not known; months by the store's. */
function timeFact(name: string, { input: { now, page }, clock }: FactContext): FoundFact {
  const wall = name === 'month' || page?.timeZone === undefined ? clock : zoneClock(page.timeZone)
  const local = new Date(now + wall.offset(now))
  const value = name === 'hour' ? local.getUTCHours() : name === 'weekday' ? local.getUTCDay() : name === 'month' ? local.getUTCMonth() + 1 : undefined
  if (value === undefined) return {}
  // The clocks change at full hours.
  const intoHour = local.getTime() % hourMs
  const [began, ends] = name === 'hour' ? [now - intoHour, now - intoHour + hourMs] : [wall.day(now), wall.day(now) + 1].map(wall.startOf)
  return { value, since: began, flipsAt: ends! }
}
