import type { Profile, ShopEvent } from '@shopside/engine'
import type { UseStore } from 'idb-keyval'
import { chunkKey } from './chunkKey.ts'
import { baseKey, stateKey } from './logKey.ts'
import { plainJson } from './plainJson.ts'
import { chunkRange, readTail, readTailKeys } from './readBatches.ts'
import { countEvents, recordVersion, staleState, toBase, toChunk } from './records.ts'
import { ask, committed } from './useStore.ts'
import { withHoles } from './withHoles.ts'

/**
 * Makes holes of the raw events that match, in one transaction. The state goes, because it was folded with them.
 *
 * @param rewriteBase takes the same out of the base, whose events are gone
 * @returns how many events were taken out
 */
export function purgeLog(
  store: UseStore, matches: (event: ShopEvent) => boolean, rewriteBase?: (base: Profile) => Profile,
): Promise<number> {
  return store('readwrite', async records => {
    const [keys, chunks, state, tailKeys, storedBase] = await Promise.all([
      ask(records.getAllKeys(chunkRange())), ask<unknown[]>(records.getAll(chunkRange())),
      ask<unknown>(records.get(stateKey)), readTailKeys(records), ask<unknown>(records.get(baseKey)),
    ])
    let taken = 0
    const base = toBase(storedBase)
    const profile = base && (rewriteBase?.(base.profile) ?? base.profile)
    if (profile !== base?.profile) records.put({ ...base, profile, turn: base!.turn + 1 }, baseKey)
    chunks.forEach((chunk, index) => {
      const before = toChunk(chunk)?.batches ?? []
      const after = before.map(batch => withHoles(batch, matches))
      const gone = countEvents(before) - countEvents(after)
      if (gone === 0) return
      taken += gone
      records.delete(keys[index]!)
      records.put({ v: recordVersion, batches: after }, chunkKey(after, plainJson(after)))
    })
    for (const batch of await readTail(records, tailKeys)) {
      const after = withHoles(batch, matches)
      if (after === batch) continue
      taken += countEvents([batch]) - countEvents([after])
      records.put(after.events, batch.key)
    }
    if (taken > 0 || profile !== base?.profile) records.put(staleState(state), stateKey)
    await committed(records)
    return taken
  })
}
