import type { UseStore } from 'idb-keyval'
import { isInBase } from './isInBase.ts'
import { baseKey, metaKey, stateKey } from './logKey.ts'
import { chunkRange, readAllBatches } from './readBatches.ts'
import type { MirroredLog } from './readMirror.ts'
import { recordVersion, staleState, toBase, toMeta, type MetaRecord } from './records.ts'
import { ask, committed } from './useStore.ts'

/**
 * Gives the log a name, and what its mirror holds back to it: by keys, in one transaction, so that doing it twice, in two tabs,
 * or while another tab has begun anew in the empty database comes to the same. What is in the log stays.
 *
 * @param mirrored undefined: there is nothing to bring back, the log is new
 * @param always also into a log that has a name of its own: it was begun while its mirror could not be read
 * @returns how many batches came back
 */
export function restoreLog(
  store: UseStore, mirrored: MirroredLog | undefined, newEpoch: string, always = false,
): Promise<number> {
  return store('readwrite', async records => {
    const [meta, storedBase, state, raw, chunkKeys] = await Promise.all([
      ask<unknown>(records.get(metaKey)),
      ask<unknown>(records.get(baseKey)), ask<unknown>(records.get(stateKey)),
      // Of a new log nobody needs to know what is in it.
      mirrored ? readAllBatches(records) : [], ask(records.getAllKeys(chunkRange())),
    ])
    if (toMeta(meta) !== undefined && !always) return 0
    if (toMeta(meta) === undefined) {
      const named: MetaRecord = { v: recordVersion, epoch: mirrored?.epoch ?? newEpoch, mirrored: mirrored !== undefined }
      records.put(named, metaKey)
    }
    const known = new Set(raw.map(batch => batch.key))
    let back = 0
    if (mirrored !== undefined) {
      const base = toBase(storedBase) ?? mirrored.base
      if (storedBase === undefined && base !== undefined) records.put(base, baseKey)
      const isMissing = ({ key }: { key: string }): boolean => !known.has(key) && !isInBase(key, base)
      for (const { key, batches } of mirrored.chunks) {
        const missing = batches.filter(isMissing)
        back += missing.length
        if (missing.length === batches.length && !chunkKeys.includes(key)) records.put({ v: recordVersion, batches }, key)
        else for (const batch of missing) records.put(batch.events, batch.key)
        for (const batch of missing) known.add(batch.key)
      }
      for (const batch of mirrored.tail.filter(isMissing)) {
        back++
        records.put(batch.events, batch.key)
      }
      records.put(staleState(state), stateKey)
    }
    await committed(records)
    return back
  })
}
