import type { Session } from './sessionData.ts'
import { countLooks } from './simple.ts'

/** All sessions in memory, and which of them hold an item: what the neighbour methods look through. */
export interface SessionIndex {
  sessions: readonly Session[]
  /** By item: numbers of the sessions that hold it, oldest first. */
  holding: readonly (readonly number[])[]
  /** By item: looks at it. */
  looks: Float64Array
}

/** Indexes the sessions of the training part. */
export function indexSessions(sessions: readonly Session[], size: number): SessionIndex {
  const holding: number[][] = Array.from({ length: size }, () => [])
  sessions.forEach(({ items }, number) => { for (const item of new Set(items)) holding[item]!.push(number) })
  return { sessions, holding, looks: countLooks(sessions, size) }
}

/**
 * The sessions to compare with: the `sample` most recent of all that share one of these items, newest first.
 * (Recency sampling as in the reference framework session-rec.)
 */
export function recentSessions({ holding }: SessionIndex, items: Iterable<number>, sample: number): number[] {
  const found = new Set<number>()
  for (const item of items) for (const number of holding[item]!) found.add(number)
  // Numbers go by time: the newest are the largest.
  const all = Int32Array.from(found).sort()
  return [...all.subarray(Math.max(0, all.length - sample))].reverse()
}

/** The `count` largest by `similarity`, largest first; ties keep their order (newest first). */
export function nearest(found: { number: number; similarity: number }[], count: number): { number: number; similarity: number }[] {
  return found.sort((a, b) => b.similarity - a.similarity).slice(0, count)
}
