import type { Profile } from '@shopside/engine'
import { promisifyRequest, type UseStore } from 'idb-keyval'
import { withIds, type Batch } from './batch.ts'
import { defaultCaps, type Caps } from './caps.ts'
import type { FoldEvents } from './eventLog.ts'
import { baseRecord, chunkRecord, countEvents, foldLog, seenWith, toBase, toChunk } from './foldLog.ts'
import { baseKey, keyRange } from './logKey.ts'
import { committed } from './useStore.ts'

/**
 * Folds the tail's batches together into a chunk; raw events past a cap are folded into the base before they are dropped.
 * One transaction: a kill in the middle leaves either the old log or the new one.
 *
 * @returns what was dropped, for the `compacted` event; undefined when nothing was
 */
export async function compactLog(
  store: UseStore, foldEvents: FoldEvents, empty: Profile, now: number, caps: Caps = defaultCaps,
): Promise<{ until: number; count: number } | undefined> {
  await foldLog(store, foldEvents, empty)
  return store('readwrite', async records => {
    const tailRange = IDBKeyRange.bound(...keyRange('e'))
    const [keys, chunkKeys, chunks] = await Promise.all([
      promisifyRequest(records.getAllKeys(tailRange)),
      promisifyRequest(records.getAllKeys(IDBKeyRange.bound(...keyRange('c')))),
      promisifyRequest<unknown[]>(records.getAll(IDBKeyRange.bound(...keyRange('c')))),
    ])
    const kept = chunks.map((chunk, index) => ({ key: String(chunkKeys[index]), batches: toChunk(chunk)?.batches ?? [] }))
    if (keys.length >= caps.batches) {
      const values = await promisifyRequest<unknown[]>(records.getAll(tailRange))
      const batches = keys.map((key, index) => ({ key: String(key), events: Array.isArray(values[index]) ? values[index] : [] }))
      const chunk = { key: `c${batches[0]!.key}`, batches }
      records.put(chunkRecord(batches), chunk.key)
      records.delete(tailRange)
      kept.push(chunk)
    }

    const cut = firstKept(kept.flatMap(chunk => chunk.batches), now, caps)
    const gone: Batch[] = []
    for (const chunk of kept) {
      const stay = chunk.batches.filter(batch => cut !== undefined && batch.key >= cut)
      if (stay.length === chunk.batches.length) continue
      gone.push(...chunk.batches.filter(batch => !stay.includes(batch)))
      if (stay.length === 0) records.delete(chunk.key)
      else records.put(chunkRecord(stay), chunk.key)
    }
    if (gone.length === 0) {
      await committed(records)
      return undefined
    }
    gone.sort((a, b) => (a.key < b.key ? -1 : 1))
    const base = toBase(await promisifyRequest<unknown>(records.get(baseKey)))
    const until = gone.at(-1)!.events.at(-1)?.at ?? now
    const seen = seenWith(base?.seen, gone.map(batch => batch.key))
    records.put(baseRecord(foldEvents(base?.profile ?? empty, gone.flatMap(withIds)), seen, until), baseKey)
    await committed(records)
    return { until, count: countEvents(gone) }
  })
}

/** Key of the oldest batch that may stay; undefined when none may. Batches in key order. */
function firstKept(batches: Batch[], now: number, caps: Caps): string | undefined {
  let events = 0
  let bytes = 0
  let first: string | undefined
  for (const batch of [...batches].sort((a, b) => (a.key < b.key ? 1 : -1))) {
    events += batch.events.length
    bytes += JSON.stringify(batch.events).length
    const newest = batch.events.at(-1)?.at ?? 0
    if (events > caps.events || bytes > caps.bytes || now - newest > caps.ageMs) break
    first = batch.key
  }
  return first
}
