import { retireProfile, type Profile } from '@shopside/engine'
import type { UseStore } from 'idb-keyval'
import type { Batch } from './batch.ts'
import { defaultCaps, retireAfterMs, type Caps } from './caps.ts'
import { chunkKey } from './chunkKey.ts'
import type { Compacted, FoldEvents } from './eventLog.ts'
import { firstKept } from './firstKept.ts'
import { foldInSteps } from './foldInSteps.ts'
import { isFresh } from './foldLog.ts'
import { baseKey, batchTime, stateKey } from './logKey.ts'
import { chunkRange, maxTail, readInSteps, tailRange } from './readBatches.ts'
import { countEvents, isNewer, recordVersion, seenWith, staleState, toBase, toBatch, toChunk, toState, type BaseRecord } from './records.ts'
import { mayRetire } from './mayRetire.ts'
import { startProfile, watchedOf } from './startProfile.ts'
import { ask, committed } from './useStore.ts'

const dayMs = 864e5
/** Batches, and about as many events, folded together in one transaction: a tail that an old fault left very long never holds up the page. */
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
  return store('readwrite', async records => {
    const [tailKeys, tailLength, kept, storedBase, state] = await Promise.all([
      ask(records.getAllKeys(tailRange(), maxSlice + caps.batches)) as Promise<string[]>,
      ask(records.count(tailRange())),
      readChunks(records),
      ask<unknown>(records.get(baseKey)),
      ask<unknown>(records.get(stateKey)),
    ])
    let [left, more] = [tailLength, false]
    if (tailLength >= caps.batches) {
      const known = new Set(kept.flatMap(chunk => chunk.batches.map(({ key }) => key)))
      const { batches, taken, stay } = await takeSlice(records, tailKeys, known, tailLength - caps.batches)
      left -= taken
      // A tail whose beginning is a newer Shopside's is not looked at for ever.
      more = left > 0 && taken > stay
      if (batches.length > 0) {
        const chunk = { key: chunkKey(batches), batches }
        records.put({ v: recordVersion, batches }, chunk.key)
        kept.push(chunk)
      }
      // A state that lacks some of it, or was folded from the newest part alone, is folded anew from the base.
      const counted = toState(state)
      if (tailLength > maxTail || counted?.isPart || tailKeys.some(key => isFresh(key, counted))) records.put(staleState(state), stateKey)
    }

    const all = kept.flatMap(chunk => chunk.batches)
    const mayAge = mayRetire(now, [...all.map(batch => batch.key), ...tailKeys].map(batchTime), caps.ageMs)
    // What is still in the tail is newer than all this.
    const cut = firstKept(all, mayAge ? now : -Infinity, more ? { ...caps, events: caps.events - left } : caps)
    const gone: Batch[] = []
    for (const chunk of isNewer(storedBase) ? [] : kept) {
      const stay = chunk.batches.filter(batch => cut !== undefined && batch.key >= cut)
      if (stay.length === chunk.batches.length && stay.length > 0) continue
      gone.push(...chunk.batches.filter(batch => !stay.includes(batch)))
      records.delete(chunk.key)
      if (stay.length > 0) records.put({ v: recordVersion, batches: stay }, chunkKey(stay))
    }

    const base = toBase(storedBase)
    let next = gone.length === 0 ? base : await withGone(records, base, gone, foldEvents, startProfile(base, empty, watchedOf(state)), now)
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

/** The chunks, one at a time; a newer Shopside's stay out of it. */
async function readChunks(records: IDBObjectStore): Promise<{ key: IDBValidKey; batches: Batch[] }[]> {
  const chunks: { key: IDBValidKey; batches: Batch[] }[] = []
  for (const key of await ask(records.getAllKeys(chunkRange()))) {
    const chunk = await ask<unknown>(records.get(key))
    if (!isNewer(chunk)) chunks.push({ key, batches: toChunk(chunk)?.batches ?? [] })
  }
  return chunks
}

/**
 * Takes the first of these batches out of the tail, without what a chunk has already and without junk; a newer Shopside's records stay.
 *
 * @param spare so many of them may be left for a later slice; fewer are taken along, so that the tail is empty in the end
 * @returns records that were looked at, and how many of them stay
 */
async function takeSlice(
  records: IDBObjectStore, keys: string[], known: ReadonlySet<string>, spare: number,
): Promise<{ batches: Batch[]; taken: number; stay: number }> {
  const batches: Batch[] = []
  let [taken, stay, events] = [0, 0, 0]
  await readInSteps(records, keys, found => {
    taken += found.length
    for (const [key, value] of found) {
      if (isNewer(value)) {
        stay++
        continue
      }
      const batch = known.has(key) ? undefined : toBatch(key, value)
      if (batch !== undefined) batches.push(batch)
      events += batch?.events.length ?? 0
    }
    if (!found.some(([, value]) => isNewer(value))) records.delete(IDBKeyRange.bound(found[0]![0], found.at(-1)![0]))
    else for (const [key, value] of found) if (!isNewer(value)) records.delete(key)
    return events >= maxSlice && taken <= spare
  })
  return { batches, taken, stay }
}

async function withGone(
  records: IDBObjectStore, base: BaseRecord | undefined, gone: Batch[], foldEvents: FoldEvents, start: Profile, now: number,
): Promise<BaseRecord> {
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
    profile: await foldInSteps(records, foldEvents, start, gone),
    ...(base?.retiredAt === undefined ? {} : { retiredAt: base.retiredAt }),
  }
}
