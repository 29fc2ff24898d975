import { retireProfile, type Profile } from '@shopside/engine'
import type { UseStore } from 'idb-keyval'
import { withIds, type Batch } from './batch.ts'
import { defaultCaps, retireAfterMs, type Caps } from './caps.ts'
import { chunkKey } from './chunkKey.ts'
import type { Compacted, FoldEvents } from './eventLog.ts'
import { firstKept } from './firstKept.ts'
import { foldLog } from './foldLog.ts'
import { baseKey, batchTime, keyRange, stateKey } from './logKey.ts'
import { chunkRange } from './readBatches.ts'
import { countEvents, isNewer, recordVersion, seenWith, staleState, toBase, toBatch, toChunk, type BaseRecord } from './records.ts'
import { mayRetire } from './mayRetire.ts'
import { ask, committed } from './useStore.ts'

const dayMs = 864e5
/** Batches folded together in one transaction, so that a tail that an old fault left very long never holds up the page. */
const maxSlice = 2000
/** Tabs that the base remembers by name; of older ones only until when they were. */
const maxSeen = 2000

/**
 * Folds the tail's batches together into a chunk; raw events past a cap are folded into the base before they are dropped, and once a day
 * the base loses what is too old. One transaction: a kill in the middle leaves either the old log or the new one.
 *
 * @returns what was dropped, for the `compacted` event; undefined when nothing was and nothing is left to do
 */
export async function compactLog(
  store: UseStore, foldEvents: FoldEvents, empty: Profile, now: number, caps: Caps = defaultCaps,
): Promise<Compacted | undefined> {
  await foldLog(store, foldEvents, empty)
  return store('readwrite', async records => {
    const [tailKeys, chunkKeys, chunks, storedBase, state] = await Promise.all([
      ask(records.getAllKeys(IDBKeyRange.bound(...keyRange('e')), maxSlice + 1)),
      ask(records.getAllKeys(chunkRange())),
      ask<unknown[]>(records.getAll(chunkRange())),
      ask<unknown>(records.get(baseKey)),
      ask<unknown>(records.get(stateKey)),
    ])
    const more = tailKeys.length > maxSlice
    // A newer Shopside's chunks stay out of it.
    const kept = chunks.flatMap((chunk, index) => (isNewer(chunk) ? [] : [{ key: chunkKeys[index]!, batches: toChunk(chunk)?.batches ?? [] }]))
    if (tailKeys.length >= caps.batches) {
      const batches = await takeSlice(records, tailKeys.slice(0, maxSlice), new Set(kept.flatMap(chunk => chunk.batches.map(({ key }) => key))))
      if (batches.length > 0) {
        const chunk = { key: chunkKey(batches), batches }
        records.put({ v: recordVersion, batches }, chunk.key)
        kept.push(chunk)
      }
      // A state that was folded from the newest part alone is folded anew from the base.
      if (more) records.put(staleState(state), stateKey)
    }

    const all = kept.flatMap(chunk => chunk.batches)
    const mayAge = mayRetire(now, [...all.map(batch => batch.key), ...tailKeys].map(batchTime), caps.ageMs)
    const cut = firstKept(all, mayAge ? now : -Infinity, caps)
    const gone: Batch[] = []
    for (const chunk of isNewer(storedBase) ? [] : kept) {
      const stay = chunk.batches.filter(batch => cut !== undefined && batch.key >= cut)
      if (stay.length === chunk.batches.length && stay.length > 0) continue
      gone.push(...chunk.batches.filter(batch => !stay.includes(batch)))
      records.delete(chunk.key)
      if (stay.length > 0) records.put({ v: recordVersion, batches: stay }, chunkKey(stay))
    }

    const base = toBase(storedBase)
    let next = gone.length === 0 ? base : withGone(base, gone, foldEvents, empty, now)
    if (next !== undefined && mayAge && Math.abs(now - (next.retiredAt ?? 0)) > dayMs) {
      const profile = retireProfile(next.profile, now - retireAfterMs)
      if (profile !== next.profile) records.put(staleState(state), stateKey)
      next = { ...next, profile, retiredAt: now }
    }
    if (next !== undefined && next !== base) records.put({ ...next, turn: (base?.turn ?? 0) + 1 }, baseKey)
    await committed(records)
    if (gone.length === 0) return more ? { until: 0, count: 0, more } : undefined
    return { until: next!.until, count: countEvents(gone), ...(more ? { more } : {}) }
  })
}

/** Takes these batches out of the tail, without what a chunk has already and without junk; a newer Shopside's records stay. */
async function takeSlice(records: IDBObjectStore, keys: IDBValidKey[], known: ReadonlySet<string>): Promise<Batch[]> {
  const range = IDBKeyRange.bound(keys[0], keys.at(-1))
  const values = await ask<unknown[]>(records.getAll(range))
  const batches: Batch[] = []
  const areOurs = !values.some(isNewer)
  if (areOurs) records.delete(range)
  keys.forEach((key, index) => {
    if (isNewer(values[index])) return
    if (!areOurs) records.delete(key)
    const batch = known.has(String(key)) ? undefined : toBatch(key, values[index])
    if (batch !== undefined) batches.push(batch)
  })
  return batches
}

function withGone(base: BaseRecord | undefined, gone: Batch[], foldEvents: FoldEvents, empty: Profile, now: number): BaseRecord {
  gone.sort((a, b) => (a.key < b.key ? -1 : 1))
  const seen = seenWith(base?.seen, gone.map(batch => batch.key))
  let sealed = base?.sealed ?? 0
  if (seen.size > maxSeen) {
    for (const tab of [...seen.keys()].slice(0, seen.size - maxSeen)) seen.delete(tab)
    sealed = base?.until ?? 0
  }
  const until = Math.max(base?.until ?? 0, gone.at(-1)!.events.at(-1)?.at ?? batchTime(gone.at(-1)!.key))
  return {
    v: recordVersion, turn: 0, seen, sealed, until: Number.isFinite(until) ? until : now,
    profile: foldEvents(base?.profile ?? empty, gone.flatMap(withIds)),
    ...(base?.retiredAt === undefined ? {} : { retiredAt: base.retiredAt }),
  }
}
