import type { EpochMs } from '../event.ts'
import type { Standing } from './standings.ts'

/** What a shopper was from a time on. */
export interface Era<Id> {
  id: Id
  since: EpochMs
}

/** How a shopper is judged by their standing and its age. */
export interface Judge<Id> {
  /** @param ageMs milliseconds since the standing's order */
  at(standing: Standing, ageMs: number): Id
  /** Ages in milliseconds which, once passed, may change the answer; in any order. */
  limits(standing: Standing): readonly number[]
}

/** What a replay found: the eras, and the next change that time alone will bring. */
export interface Replay<Id> {
  eras: Era<Id>[]
  flipsAt?: EpochMs
}

/**
 * The eras of a shopper up to `now`: judged at every order and every time that a limit is passed, and at no other time, so that
 * it does not matter when somebody looks. Equal neighbours are one era.
 *
 * @param before what they were before the first order, and since when; undefined: nothing is known of it
 */
export function replayStandings<Id>(list: readonly Standing[], judge: Judge<Id>, now: EpochMs, before?: Era<Id>): Replay<Id> {
  const eras: Era<Id>[] = before ? [before] : []
  for (const [place, standing] of list.entries()) {
    const until = list[place + 1]?.at ?? Infinity
    const passed = judge
      .limits(standing)
      .filter(limit => limit >= 0 && limit < Infinity)
      .map(limit => Math.floor(limit) + 1)
    for (const ageMs of [0, ...passed.sort((a, b) => a - b)]) {
      const since = standing.at + ageMs
      if (since >= until) break
      const id = judge.at(standing, ageMs)
      if (eras.at(-1)?.id === id) continue
      if (since > now) return { eras, flipsAt: since }
      eras.push({ id, since })
    }
  }
  return { eras }
}
