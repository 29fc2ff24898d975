import type { UseStore } from 'idb-keyval'
import { defaultCaps } from './caps.ts'
import { baseKey, batchTime, keyRange } from './logKey.ts'
import { toBase } from './records.ts'
import { ask } from './useStore.ts'

const dayMs = 864e5

/** A cheap look whether there is anything to fold together or to let go of: the chunk that does it is loaded only then. */
export async function compactionDue(store: UseStore, now: number): Promise<boolean> {
  const [batches, oldest, stored] = await store('readonly', records => Promise.all([
    ask(records.getAllKeys(IDBKeyRange.bound(...keyRange('e')), defaultCaps.batches)),
    // 'b', the base, sorts before chunks and batches.
    ask(records.getAllKeys(IDBKeyRange.bound('c', keyRange('e')[1]), 1)),
    ask<unknown>(records.get(baseKey)),
  ]))
  const base = toBase(stored)
  return batches.length >= defaultCaps.batches || now - batchTime(oldest[0]) >= defaultCaps.ageMs
    || (base !== undefined && Math.abs(now - (base.retiredAt ?? 0)) > dayMs)
}
