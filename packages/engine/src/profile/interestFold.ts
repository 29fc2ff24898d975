import type { EpochMs } from '../event.ts'
import { decay } from '../predict/decay.ts'
import type { Interest, ItemMemory } from './profile.ts'

/**
 * Days for an act to weigh half: departments and kinds, and what a shopper keeps longer (brand, maker, colour, labels). No source
 * prints half-lives; these are ours, between a visit's interest and a season's.
 */
export const tasteHalfLifeDays: { short: number; long: number } = { short: 45, long: 180 }

/** What an act weighs. Their common order across vendors (look, list click, wish, basket, order), not their exact figures. */
export const actWeights: { view: number; click: number; wanted: number; add: number; order: number } = {
  view: 1,
  click: 0.5,
  wanted: 3,
  add: 4,
  order: 10,
}

/** Adds a look, a click or an add to an item's memory. One that becomes known late is added as old as it is. */
export function noteInterest(memory: ItemMemory, at: EpochMs, weight: number): void {
  const known = memory.interest
  if (!known) {
    memory.interest = { at, from: at, short: weight, long: weight, events: 1 }
    return
  }
  const newest = Math.max(known.at, at)
  const sum = (part: 'short' | 'long'): number =>
    known[part] * decay(newest - known.at, tasteHalfLifeDays[part]) + weight * decay(newest - at, tasteHalfLifeDays[part])
  memory.interest = {
    at: newest,
    from: Math.min(known.from, at),
    short: sum('short'),
    long: sum('long'),
    events: known.events + 1,
  }
}

/** What is left of an interest at `now`. */
export function interestAt(interest: Interest | undefined, part: 'short' | 'long', now: EpochMs): number {
  return interest === undefined ? 0 : interest[part] * decay(now - interest.at, tasteHalfLifeDays[part])
}

/** The interest that a memory's looks show, each as new as the last of them: what is left when baskets are forgotten. */
export function interestInViews({ views, firstViewedAt, lastViewedAt }: ItemMemory): Interest | undefined {
  if (views === 0) return undefined
  const weight = views * actWeights.view
  return { at: lastViewedAt!, from: firstViewedAt!, short: weight, long: weight, events: views }
}
