import type { Profile } from '@shopside/engine'
import { withIds, type Batch } from './batch.ts'
import type { EventLog } from './eventLog.ts'
import { batchTime } from './logKey.ts'
import { countEvents } from './records.ts'
import { startProfile, wantsOthers } from './startProfile.ts'
import { withHoles } from './withHoles.ts'

/** Batches kept at most; older ones are folded into the base. */
const maxBatches = 500

/**
 * A log that lives as long as the page, for a browser that does not let us store.
 *
 * @param before what the database still told, when it took nothing more
 */
export function createMemoryLog(before?: { base?: Profile; batches: Batch[] }): EventLog {
  let batches = before?.batches ?? []
  let base = before?.base
  let folded: { profile: Profile; batches: Batch[] } | undefined
  const notes = new Map<string, unknown>()

  return {
    async append(batch) {
      if (batches.some(kept => kept.key === batch.key)) return
      batches = [...batches, batch].sort((a, b) => (a.key < b.key ? -1 : 1))
    },
    async fold(foldEvents, empty) {
      const counted = folded?.profile.watched
      if (folded?.batches !== batches || wantsOthers(empty.watched, counted)) {
        folded = { batches, profile: foldEvents(startProfile(base && { profile: base, until: base.lastAt ?? 0 }, empty, counted), batches.flatMap(withIds)) }
      }
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
    async purge(matches, rewriteBase) {
      const all = countEvents(batches)
      if (base !== undefined && rewriteBase !== undefined) base = rewriteBase(base)
      batches = batches.map(batch => withHoles(batch, matches))
      return all - countEvents(batches)
    },
    async compact(foldEvents, empty) {
      if (batches.length <= maxBatches) return undefined
      const gone = batches.slice(0, -maxBatches)
      batches = batches.slice(-maxBatches)
      base = foldEvents(startProfile(base && { profile: base, until: base.lastAt ?? 0 }, empty, folded?.profile.watched), gone.flatMap(withIds))
      return { until: batchTime(gone.at(-1)!.key), count: countEvents(gone) }
    },
    async getNote(name) { return notes.get(name) },
    async setNote(name, value) { notes.set(name, value) },
    close() {},
  }
}
