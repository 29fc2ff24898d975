import { decay } from '../predict/decay.ts'
import type { EpochMs } from '../event.ts'
import { isSensitive } from './isSensitive.ts'
import type { ItemMemory, Profile } from '../profile/profile.ts'

/** What a liking is for: a department of the shop, or a kind of object. */
export type AffinityOf = 'category' | 'kind'

/** A liking that the profile shows, and what it stands on. */
export interface Affinity {
  of: AffinityOf
  name: string
  /** Part of all decayed weight of this attribute, (0, 1]. */
  share: number
  views: number
  adds: number
  /** Orders that held any of them: one with two of them is one. */
  orders: number
  /** Ids of the items it stands on, the weightiest first. */
  itemIds: string[]
}

/** Department and kind of an item, as far as page or catalogue say. */
export type FacetsOf = (itemId: string, memory: ItemMemory) => { category?: string | undefined; kind?: string | undefined }

/** Weights in use across vendors, view 1, basket 4, order 10; a wish as much as a wish list, 3 (their common order, not their exact figures). */
const weights = { view: 1, wanted: 3, add: 4, order: 10 }
/** A liking for a department lasts longer than a visit's interest and less long than a season. */
const halfLifeDays = 45
/** Fewer events are chance. */
const fewestEvents = 3
/** Under a tenth nobody would say "you like". */
const leastShare = 0.1
const mostOf = { category: 4, kind: 3 } as const

/**
 * Departments and kinds that this shopper turns to, strongest first, departments before kinds. Nothing sensitive is ever among them.
 * One that was called wrong (`Profile.wrongGuesses`) begins anew: only what came later counts for it.
 */
export function affinitiesOf(profile: Profile, facetsOf: FacetsOf, now: EpochMs): Affinity[] {
  return (['category', 'kind'] as const).flatMap(of => affinitiesTo(of, profile, facetsOf, now))
}

function affinitiesTo(of: AffinityOf, profile: Profile, facetsOf: FacetsOf, now: EpochMs): Affinity[] {
  const found = new Map<string, Affinity & { weight: number; byItem: Map<string, number>; evidence: number; orderTimes: Set<EpochMs> }>()
  let sum = 0
  for (const id of Object.keys(profile.items)) {
    const memory = profile.items[id]!
    const name = facetsOf(id, memory)[of]
    if (name === undefined || name === '' || Object.hasOwn(profile.notForMe, id)) continue
    const wrongAt = wrongSince(profile, `${of}:${name}`)
    const counted = countSince(memory, wrongAt)
    const weight = weightOf(memory, counted, wrongAt, now)
    sum += weight
    const known = found.get(name)
      ?? { of, name, share: 0, views: 0, adds: 0, orders: 0, itemIds: [], weight: 0, byItem: new Map(), evidence: 0, orderTimes: new Set() }
    known.views += counted.views
    known.adds += counted.adds
    known.evidence += counted.views + counted.adds + counted.orders
    for (const at of memory.orderedAt) if (at > wrongAt) known.orderTimes.add(at)
    // A memory keeps the last times alone, and the count of all.
    known.orders = Math.max(known.orders, counted.orders, known.orderTimes.size)
    known.weight += weight
    if (weight > 0) known.byItem.set(id, weight)
    found.set(name, known)
  }
  return [...found.values()]
    .filter(each => each.evidence >= fewestEvents && each.weight / sum >= leastShare && !isSensitive(each.name))
    .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
    .slice(0, mostOf[of])
    .map(({ weight, byItem, evidence, orderTimes, ...affinity }) => ({
      ...affinity, share: weight / sum,
      itemIds: [...byItem].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id),
    }))
}

function wrongSince(profile: Profile, guess: string): EpochMs {
  const { wrongGuesses } = profile
  return wrongGuesses && Object.hasOwn(wrongGuesses, guess) ? wrongGuesses[guess]! : -Infinity
}

/** A memory keeps counts, and the time of the latest alone: what was looked at again since is counted whole. */
function countSince(memory: ItemMemory, since: EpochMs): { views: number; adds: number; orders: number } {
  return {
    views: (memory.lastViewedAt ?? 0) > since ? memory.views : 0,
    adds: (memory.lastAddedAt ?? 0) > since ? memory.adds : 0,
    orders: since === -Infinity ? memory.orders : memory.orderedAt.filter(at => at > since).length,
  }
}

function weightOf(memory: ItemMemory, counted: { views: number; adds: number }, since: EpochMs, now: EpochMs): number {
  const aged = (at: EpochMs | undefined): number => (at === undefined || at <= since ? 0 : decay(now - at, halfLifeDays))
  let weight = counted.views * weights.view * aged(memory.lastViewedAt) + counted.adds * weights.add * aged(memory.lastAddedAt)
    + weights.wanted * aged(memory.wantedAt)
  for (const at of memory.orderedAt) weight += weights.order * aged(at)
  return weight
}
