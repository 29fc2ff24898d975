import type { EpochMs } from '../event.ts'
import type { TasteNorms } from '../norms/storeNorms.ts'
import { decay } from '../predict/decay.ts'
import type { Taste } from '../predict/predictions.ts'
import { actWeights, tasteHalfLifeDays } from '../profile/interestFold.ts'
import type { ItemMemory, Profile } from '../profile/profile.ts'
import type { Attributes, AttributesOf } from './attributesOf.ts'
import { type Buy, favouredSince, isFavourite } from './favourite.ts'
import { isSensitive } from './isSensitive.ts'

const dayMs = 86_400_000
/** The store's shares weigh as much as one order of the shopper's own (`actWeights.order`). */
const storeWeight = 10
/** What makes a liking: so much of everything, so much more than the store's shoppers, so often, on so many days. */
const leastShare = 0.3
const leastLift = 1.5
const fewestEvents = 3
const fewestDays = 2
/** Weights below this are nothing (Tweakwise drops there as well). */
const leastWeight = 1e-4
const mostOfAttribute = 50

type Part = keyof typeof tasteHalfLifeDays

/** What acts show, on one item or on all that share a value of an attribute. */
interface Evidence {
  weight: number
  bought: number
  events: number
  from: EpochMs
  days: Set<number>
  orders: Set<EpochMs>
}

/** An item that counts: what it is, and what its memory shows by half-life, once somebody has asked. */
interface Acted {
  memory: ItemMemory
  said: Attributes
  shown: { [One in Part]?: Evidence }
}

/**
 * What this shopper turns to more than the store's shoppers do, by every attribute that the store's norms have shares of: first
 * those that make a liking (`isLiking`), then by share. With `A` the decayed weight and `p` the store's share of a value: `share
 * = (A + 10 p) / (sum of A + 10)`, `lift = share / p`. Nothing sensitive is ever named, nor what the shopper called wrong: that
 * begins anew.
 */
export function tastesOf(profile: Profile, attributesOf: AttributesOf, norms: TasteNorms | undefined, now: EpochMs): Taste[] {
  const acted = Object.entries(profile.items)
    .filter(([id]) => !Object.hasOwn(profile.notForMe, id))
    .map(([id, memory]): Acted => ({ memory, said: attributesOf(id, memory), shown: {} }))
  const found = Object.entries(norms?.shares ?? {}).flatMap(([attribute, shares]) =>
    tastesFor(attribute, shares, profile, acted, now),
  )
  return found.sort((a, b) => Number(isLiking(b)) - Number(isLiking(a)) || b.share - a.share || (a.value < b.value ? -1 : 1))
}

/** A taste that is strong and sure enough to be called a liking. */
export function isLiking({ share, lift, events, days }: Taste): boolean {
  return share >= leastShare && lift >= leastLift && events >= fewestEvents && days >= fewestDays
}

function tastesFor(
  attribute: string,
  shares: Readonly<Record<string, number>>,
  { wrongGuesses = {} }: Profile,
  acted: readonly Acted[],
  now: EpochMs,
): Taste[] {
  const part: Part = attribute === 'category' || attribute === 'kind' ? 'short' : 'long'
  const all = { weight: 0, bought: 0 }
  const values = new Map<string, Evidence>()
  const buys: Buy[] = []
  for (const { memory, said, shown } of acted) {
    const named = said[attribute] ?? []
    const names = typeof named === 'string' ? [named] : named
    if (!names.some(Boolean)) continue
    const whole = (shown[part] ??= evidenceOf(memory, part, -Infinity, now))
    let most = 0
    for (const name of names) {
      if (name === '') continue
      const guess = `${attribute}:${name}`
      const one = Object.hasOwn(wrongGuesses, guess) ? evidenceOf(memory, part, wrongGuesses[guess]!, now) : whole
      const sum = values.get(name) ?? none()
      values.set(name, sum)
      sum.weight += one.weight
      sum.bought += one.bought
      sum.events += one.events
      sum.from = Math.min(sum.from, one.from)
      for (const day of one.days) sum.days.add(day)
      for (const at of one.orders) sum.orders.add(at)
      most = Math.max(most, one.weight)
    }
    all.weight += most
    all.bought += whole.bought
    for (const at of whole.orders) buys.push({ at, names })
  }
  // What is not listed is rarer than what is.
  const rarest = Math.min(1, ...Object.values(shares))
  const tastes: Taste[] = []
  for (const [value, { weight, bought, events, from, days, orders }] of values) {
    const store = Object.hasOwn(shares, value) ? shares[value]! : rarest
    const share = (weight + storeWeight * store) / (all.weight + storeWeight)
    if (weight < leastWeight || !(share > store) || isSensitive(value)) continue
    const taste: Taste = { attribute, value, share, lift: share / store, events, days: days.size, since: from }
    if (isLiking(taste)) taste.until = endOf(weight, all.weight, store, part, now)
    if (bought > 0) taste.bought = { share: bought / all.bought, orders: orders.size }
    if (isFavourite(taste)) taste.bought!.since = favouredSince(taste, orders, buys)
    tastes.push(taste)
  }
  return tastes.sort((a, b) => b.share - a.share || (a.value < b.value ? -1 : 1)).slice(0, mostOfAttribute)
}

function none(): Evidence {
  return { weight: 0, bought: 0, events: 0, from: Infinity, days: new Set(), orders: new Set() }
}

/** What a memory shows after `since`. It keeps the last times alone: what was called wrong counts anew by them. */
function evidenceOf(
  { interest, views, lastViewedAt, lastAddedAt, wantedAt, orderedAt }: ItemMemory,
  part: Part,
  since: EpochMs,
  now: EpochMs,
): Evidence {
  const shown = none()
  const acts: [at: EpochMs | undefined, units: number, events: number][] =
    interest && since === -Infinity
      ? [[interest.at, interest[part], interest.events], [interest.from, 0, 0]]
      : [[views > 0 ? lastViewedAt : undefined, actWeights.view, 1], [lastAddedAt, actWeights.add, 1]]
  acts.push([wantedAt, actWeights.wanted, 1])
  for (const at of orderedAt) {
    acts.push([at, actWeights.order, 1])
    if (at <= since) continue
    shown.orders.add(at)
    shown.bought += decay(now - at, tasteHalfLifeDays.long)
  }
  for (const [at, units, events] of acts) {
    if (at === undefined || at <= since) continue
    shown.weight += units * decay(now - at, tasteHalfLifeDays[part])
    shown.events += events
    shown.days.add(Math.floor(at / dayMs))
    shown.from = Math.min(shown.from, at)
  }
  return shown
}

/**
 * When a liking ends if nothing more is done: all weights shrink alike, by u, until `(A u + 10 p) / (S u + 10)` meets its limit
 * l: `u = 10 (l - p) / (A - l S)`.
 */
function endOf(weight: number, sum: number, store: number, part: Part, now: EpochMs): EpochMs {
  const limit = Math.max(leastShare, leastLift * store)
  const left = (storeWeight * (limit - store)) / (weight - limit * sum)
  return now + Math.floor(-Math.log2(left) * tasteHalfLifeDays[part] * dayMs) + 1
}
