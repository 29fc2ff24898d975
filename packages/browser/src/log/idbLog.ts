import { get, promisifyRequest, set } from 'idb-keyval'
import { defaultCaps } from './caps.ts'
import { loadTwice } from '../loadTwice.ts'
import type { EventLog } from './eventLog.ts'
import type { Folded } from './foldLog.ts'
import { batchTime, keyRange, orderKeyPrefix } from './logKey.ts'
import { committed, type Connection } from './useStore.ts'

const upkeep = () => loadTwice(() => import('../lazy/upkeep.ts'))

/** The event log in IndexedDB: append-only, one record a batch. Appending never waits for the chunk that reads and folds. */
export function createIdbLog(connection: Connection): EventLog {
  const { store } = connection
  let folded: Folded | undefined
  return {
    append: batch => store('readwrite', records => {
      records.put(batch.events, batch.key)
      return committed(records)
    }),
    async fold(foldEvents, empty) {
      const { foldLog } = await loadTwice(() => import('../lazy/folding.ts'))
      folded = await foldLog(store, foldEvents, empty, folded)
      return folded.profile
    },
    async read() {
      const { readLog } = await upkeep()
      return readLog(store)
    },
    async merge(batches) {
      const { mergeLog } = await upkeep()
      return mergeLog(store, batches)
    },
    async compact(foldEvents, empty, now) {
      const [batches, oldest] = await store('readonly', records => Promise.all([
        promisifyRequest(records.count(IDBKeyRange.bound(...keyRange('e')))),
        // 'b', the base, sorts before chunks and batches.
        promisifyRequest(records.getAllKeys(IDBKeyRange.bound('c', keyRange('e')[1]), 1)),
      ]))
      if (batches < defaultCaps.batches && now - batchTime(oldest[0]) < defaultCaps.ageMs) return undefined
      const { compactLog } = await upkeep()
      return compactLog(store, foldEvents, empty, now)
    },
    getNote: name => get<unknown>(orderKeyPrefix + name, store),
    setNote: (name, value) => set(orderKeyPrefix + name, value, store),
    async erase() {
      await store('readwrite', records => {
        records.clear()
        return committed(records)
      })
      // A database that is gone reads back empty. One that a frozen tab holds on to is looked at.
      if (await connection.destroy()) return
      const left = await store('readonly', records => promisifyRequest(records.count()))
      if (left > 0) throw new Error('erase-read-back')
    },
    close: () => connection.close(),
  }
}
