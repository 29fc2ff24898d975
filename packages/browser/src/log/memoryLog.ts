import type { Profile } from '@shopside/engine'
import { withIds, type Batch } from './batch.ts'
import type { EventLog } from './eventLog.ts'

/** Batches kept at most; older ones are folded into the base. */
const maxBatches = 500

/** A log that lives as long as the page, for a browser that does not let us store. */
export function createMemoryLog(): EventLog {
  let batches: Batch[] = []
  let base: Profile | undefined
  let folded: { profile: Profile; batches: Batch[] } | undefined
  const notes = new Map<string, unknown>()

  return {
    async append(batch) {
      if (batches.some(kept => kept.key === batch.key)) return
      batches = [...batches, batch].sort((a, b) => (a.key < b.key ? -1 : 1))
    },
    async fold(foldEvents, empty) {
      if (folded?.batches !== batches) folded = { batches, profile: foldEvents(base ?? empty, batches.flatMap(withIds)) }
      return folded.profile
    },
    async read() {
      return { ...(base === undefined ? {} : { base }), batches: [...batches] }
    },
    async merge(more) {
      const known = new Set(batches.map(batch => batch.key))
      const fresh = more.filter(batch => !known.has(batch.key))
      batches = [...batches, ...fresh].sort((a, b) => (a.key < b.key ? -1 : 1))
      return fresh.length
    },
    async compact(foldEvents, empty) {
      if (batches.length <= maxBatches) return undefined
      const gone = batches.slice(0, -maxBatches)
      batches = batches.slice(-maxBatches)
      base = foldEvents(base ?? empty, gone.flatMap(withIds))
      return { until: gone.at(-1)!.events[0]?.at ?? 0, count: gone.reduce((sum, batch) => sum + batch.events.length, 0) }
    },
    async getNote(name) { return notes.get(name) },
    async setNote(name, value) { notes.set(name, value) },
    async erase() {
      batches = []
      base = undefined
      notes.clear()
    },
    close() {},
  }
}
