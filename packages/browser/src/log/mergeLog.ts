import { promisifyRequest, type UseStore } from 'idb-keyval'
import type { Batch } from './batch.ts'
import { readAllBatches, toBase } from './foldLog.ts'
import { baseKey, readBatchKey, stateKey } from './logKey.ts'
import { committed } from './useStore.ts'

/**
 * Puts batches of a copy into the log under their own keys; one that is here already, raw or in the base, is left out.
 * The state record goes, because it was folded without them: the next fold begins at the base.
 *
 * @returns how many batches were new
 */
export function mergeLog(store: UseStore, batches: readonly Batch[]): Promise<number> {
  return store('readwrite', async records => {
    const [base, known] = await Promise.all([
      promisifyRequest<unknown>(records.get(baseKey)).then(toBase),
      readAllBatches(records).then(all => new Set(all.map(batch => batch.key))),
    ])
    const fresh = batches.filter(({ key }) => {
      const parts = readBatchKey(key)
      return parts !== undefined && !known.has(key) && (base?.seen.get(parts.tab) ?? 0) < parts.counter
    })
    for (const batch of fresh) records.put(batch.events, batch.key)
    if (fresh.length > 0) records.delete(stateKey)
    await committed(records)
    return fresh.length
  })
}
