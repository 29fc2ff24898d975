import type { Batch } from './batch.ts'
import type { Caps } from './caps.ts'
import { batchTime } from './logKey.ts'

/**
 * Key of the oldest batch that may stay; undefined when none may. Batches in any order; `now` of -Infinity: no age is too great.
 */
export function firstKept(batches: readonly Batch[], now: number, caps: Caps): string | undefined {
  let events = 0
  let bytes = 0
  let first: string | undefined
  for (const batch of [...batches].sort((a, b) => (a.key < b.key ? 1 : -1))) {
    events += batch.events.length
    bytes += JSON.stringify(batch.events).length
    if (events > caps.events || bytes > caps.bytes || now - batchTime(batch.key) > caps.ageMs) break
    first = batch.key
  }
  return first
}
