import type { UseStore } from 'idb-keyval'
import type { Batch } from './batch.ts'
import { isInBase } from './isInBase.ts'
import { baseKey, stateKey } from './logKey.ts'
import { readAllBatches } from './readBatches.ts'
import { staleState, toBase } from './records.ts'
import { ask, committed } from './useStore.ts'

/**
 * Puts batches of a copy into the log under their own keys; one that is here already, raw or in the base, is left out.
 * The state goes, because it was folded without them: the next fold begins at the base.
 *
 * @returns how many batches were new
 */
export function mergeLog(store: UseStore, batches: readonly Batch[]): Promise<number> {
  return store('readwrite', async records => {
    const [storedBase, raw, state] = await Promise.all([
      ask<unknown>(records.get(baseKey)),
      readAllBatches(records),
      ask<unknown>(records.get(stateKey)),
    ])
    const base = toBase(storedBase)
    const known = new Set(raw.map(batch => batch.key))
    const fresh = batches.filter(({ key }) => !known.has(key) && !isInBase(key, base))
    for (const batch of fresh) records.put(batch.events, batch.key)
    if (fresh.length > 0) records.put(staleState(state), stateKey)
    await committed(records)
    return fresh.length
  })
}
