import type { UseStore } from 'idb-keyval'
import type { Profile } from '@shopside/engine'
import type { Batch } from './batch.ts'
import { baseKey } from './logKey.ts'
import { readAllBatches } from './readBatches.ts'
import { toBase } from './records.ts'
import { ask } from './useStore.ts'

/** Everything a log holds, for a copy: the raw events in key order and the base of those that are gone. */
export function readLog(store: UseStore): Promise<{ base?: Profile; batches: Batch[] }> {
  return store('readonly', async records => {
    const [base, batches] = await Promise.all([
      ask<unknown>(records.get(baseKey)), readAllBatches(records),
    ])
    const profile = toBase(base)?.profile
    return { ...(profile === undefined ? {} : { base: profile }), batches }
  })
}
