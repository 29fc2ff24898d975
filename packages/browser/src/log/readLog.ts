import { promisifyRequest, type UseStore } from 'idb-keyval'
import type { Profile } from '@shopside/engine'
import type { Batch } from './batch.ts'
import { readAllBatches, toBase } from './foldLog.ts'
import { baseKey } from './logKey.ts'

/** Everything a log holds, for a copy: the raw events in key order and the base of those that are gone. */
export function readLog(store: UseStore): Promise<{ base?: Profile; batches: Batch[] }> {
  return store('readonly', async records => {
    const [base, batches] = await Promise.all([
      promisifyRequest<unknown>(records.get(baseKey)), readAllBatches(records),
    ])
    const profile = toBase(base)?.profile
    return { ...(profile === undefined ? {} : { base: profile }), batches }
  })
}
