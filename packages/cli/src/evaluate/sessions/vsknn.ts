import type { SessionIndex } from './neighbours.ts'
import { nearest, recentSessions } from './neighbours.ts'
import type { SessionRanker } from './sessionData.ts'

/** How V-SKNN is set. */
export interface VsknnOptions {
  /** Neighbour sessions. */
  k: number
  /** Most recent sessions that are compared. */
  sample: number
}

/**
 * V-SKNN, vector multiplication session neighbours (Ludewig and Jannach 2018), as in the reference framework: the present session
 * is a vector in which later items count more (place / length); a neighbour is as similar as the sum over common items; its items
 * count by how near the latest common item is to the end of the present session (1 - 0.1 × steps from its end, 0 from the tenth).
 */
export function vsknn(index: SessionIndex, { k, sample }: VsknnOptions): SessionRanker {
  return (prefix, { add }) => {
    const weights = new Map<number, number>()
    const places = new Map<number, number>()
    prefix.forEach((item, place) => {
      weights.set(item, (place + 1) / prefix.length)
      places.set(item, place + 1)
    })
    const found = recentSessions(index, places.keys(), sample).map(number => {
      let similarity = 0
      for (const item of new Set(index.sessions[number]!.items)) similarity += weights.get(item) ?? 0
      return { number, similarity }
    })
    for (const { number, similarity } of nearest(found, k)) {
      const items = new Set(index.sessions[number]!.items)
      let latest = 0
      for (const item of items) latest = Math.max(latest, places.get(item) ?? 0)
      const decay = Math.max(0, 1 - 0.1 * (prefix.length - latest + 1))
      if (decay > 0) for (const item of items) add(item, similarity * decay)
    }
  }
}
