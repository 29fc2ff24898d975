import type { UseStore } from 'idb-keyval'
import { loadTwice } from '../loadTwice.ts'
import type { EventLog } from './eventLog.ts'
import { foldLog, type Folded } from './foldLog.ts'
import { orderKeyPrefix } from './logKey.ts'
import type { Mirror } from './mirror.ts'
import { ask, committed } from './useStore.ts'

/** All of the log in IndexedDB but appending to it. Nothing is read before the second copy has been looked at. */
export function createIdbReading(store: UseStore, mirror: () => Promise<Mirror | undefined>): Omit<EventLog, 'append' | 'close'> {
  let folded: Folded | undefined

  const settled = async (): Promise<void> => (await mirror())?.settle()

  async function upkeep(): Promise<typeof import('../lazy/upkeep.ts')> {
    const [file] = await Promise.all([loadTwice(() => import('../lazy/upkeep.ts')), settled()])
    return file
  }

  return {
    async fold(foldEvents, empty) {
      await settled()
      folded = await foldLog(store, foldEvents, empty, folded)
      return folded.profile
    },
    read: async () => (await upkeep()).readLog(store),
    merge: async batches => (await upkeep()).mergeLog(store, batches),
    async purge(matches, rewriteBase) {
      const taken = await (await upkeep()).purgeLog(store, matches, rewriteBase)
      await (await mirror())?.rewrite()
      return taken
    },
    compact: async (foldEvents, empty, now, caps) => (await upkeep()).compactLog(store, foldEvents, empty, now, caps),
    getNote: name => store('readonly', records => ask<unknown>(records.get(orderKeyPrefix + name))),
    setNote: (name, value) => store('readwrite', records => {
      records.put(value, orderKeyPrefix + name)
      return committed(records)
    }),
  }
}
