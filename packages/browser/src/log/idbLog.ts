import { get, set } from 'idb-keyval'
import { loadTwice } from '../loadTwice.ts'
import type { EventLog } from './eventLog.ts'
import type { Folded } from './foldLog.ts'
import { orderKeyPrefix } from './logKey.ts'
import type { Mirror } from './mirror.ts'
import { committed, type Connection } from './useStore.ts'

/**
 * The event log in IndexedDB: append-only, one record a batch. Appending never waits for the chunks that read, fold and mirror.
 *
 * @param mirror the second copy; settled before anything is read. Resolves to undefined where there is none
 */
export function createIdbLog(connection: Connection, mirror: () => Promise<Mirror | undefined> = async () => undefined): EventLog {
  const { store } = connection
  let folded: Folded | undefined

  async function settled<File>(load: () => Promise<File>): Promise<File> {
    const [file] = await Promise.all([loadTwice(load), mirror().then(kept => kept?.settle())])
    return file
  }
  const folding = () => settled(() => import('../lazy/folding.ts'))
  const upkeep = () => settled(() => import('../lazy/upkeep.ts'))

  return {
    append: batch => store('readwrite', records => {
      records.put(batch.events, batch.key)
      return committed(records)
    }),
    async fold(foldEvents, empty) {
      const { foldLog } = await folding()
      folded = await foldLog(store, foldEvents, empty, folded)
      return folded.profile
    },
    read: async () => (await upkeep()).readLog(store),
    merge: async batches => (await upkeep()).mergeLog(store, batches),
    async purge(matches) {
      const taken = await (await upkeep()).purgeLog(store, matches)
      await (await mirror())?.rewrite()
      return taken
    },
    async compact(foldEvents, empty, now, caps) {
      if (caps === undefined && !await (await folding()).compactionDue(store, now)) return undefined
      return (await upkeep()).compactLog(store, foldEvents, empty, now, caps)
    },
    getNote: name => get<unknown>(orderKeyPrefix + name, store),
    setNote: (name, value) => set(orderKeyPrefix + name, value, store),
    close: connection.close,
  }
}
