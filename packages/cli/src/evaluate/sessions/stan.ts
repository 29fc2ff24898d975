import type { SessionIndex } from './neighbours.ts'
import { nearest, recentSessions } from './neighbours.ts'
import type { SessionRanker } from './sessionData.ts'

/** How STAN is set. */
export interface StanOptions {
  k: number
  sample: number
  /** Decay per place in the present session, in places. */
  lambdaSpw: number
  /** Decay with the age of a neighbour, in days. */
  lambdaSnh: number
  /** Decay with the distance, within the neighbour, to the latest common item, in places. */
  lambdaInh: number
  /** V-STAN: sequential weight of a common item's place in the present session; undefined: STAN. */
  lambdaIpw?: number
  /** V-STAN: how much an item's rarity counts, times log(sessions / looks at it). */
  idf?: number
}

const dayMs = 864e5

/**
 * STAN (Garg and others, "Sequence and time aware neighborhood for session-based recommendations", SIGIR 2019) and V-STAN
 * (Ludewig and others, "Empirical analysis of session-based recommendation algorithms", 2020), as in the reference framework:
 * similarity is a cosine with exponential weights by place, decays with the neighbour's age, and its items count by how far they
 * stand from the latest common one. V-STAN adds the weight of that item's place in the present session, and rarity.
 */
export function stan(index: SessionIndex, options: StanOptions): SessionRanker {
  const { k, sample, lambdaSpw, lambdaSnh, lambdaInh, lambdaIpw, idf } = options
  const { sessions, looks } = index
  const newest = sessions.reduce((latest, { at }) => Math.max(latest, at), 0)
  const rarity = Array.from(looks, count => count > 0 && idf !== undefined ? 1 + idf * Math.log(sessions.length / count) : 1)
  return (prefix, { add }) => {
    const places = new Map<number, number>()
    const weights = new Map<number, number>()
    prefix.forEach((item, place) => {
      places.set(item, place + 1)
      weights.set(item, Math.exp((place + 1 - prefix.length) / lambdaSpw))
    })
    let length = 0
    for (const weight of weights.values()) length += weight ** 2
    const found: { number: number; similarity: number }[] = []
    for (const number of recentSessions(index, places.keys(), sample)) {
      const { items, at } = sessions[number]!
      const distinct = new Set(items)
      let common = 0
      for (const item of distinct) common += weights.get(item) ?? 0
      const age = Math.exp((at - newest) / dayMs / lambdaSnh)
      const similarity = common / (Math.sqrt(length) * Math.sqrt(distinct.size)) * age
      if (similarity > 0) found.push({ number, similarity })
    }
    for (const { number, similarity } of nearest(found, k)) {
      const { items } = sessions[number]!
      // The latest common item: its place in the neighbour, and the place of the present session's latest common one.
      let latest = 0
      let place = -1
      items.forEach((item, at) => {
        const own = places.get(item) ?? 0
        if (own > 0) place = at
        latest = Math.max(latest, own)
      })
      const recent = lambdaIpw === undefined ? 1 : Math.exp((latest - prefix.length) / lambdaIpw)
      const lastPlace = new Map<number, number>()
      items.forEach((item, at) => lastPlace.set(item, at))
      for (const [item, at] of lastPlace) {
        add(item, similarity * recent * Math.exp(-Math.abs(place - at) / lambdaInh) * rarity[item]!)
      }
    }
  }
}
