import { get, promisifyRequest, set } from 'idb-keyval'
import type { EventLog } from './eventLog.ts'
import { keyRange, orderKeyPrefix } from './logKey.ts'
import { committed, type Connection } from './useStore.ts'

/** What reads and folds, in a chunk of its own. */
const folding = () => import('../lazy/folding.ts')

/** The event log in IndexedDB: append-only, one record a batch. Appending never waits for the chunk that reads and folds. */
export function createIdbLog(connection: Connection): EventLog {
  const { store } = connection
  return {
    append: batch => store('readwrite', records => {
      records.put(batch.events, batch.key)
      return committed(records)
    }),
    async fold(foldEvents, empty) {
      const { foldLog } = await folding()
      return foldLog(store, foldEvents, empty)
    },
    async read() {
      const { readLog } = await folding()
      return readLog(store)
    },
    async merge(batches) {
      const { mergeLog } = await folding()
      return mergeLog(store, batches)
    },
    async compact(foldEvents, empty, now) {
      const { compactLog } = await folding()
      return compactLog(store, foldEvents, empty, now)
    },
    getNote: name => get<unknown>(orderKeyPrefix + name, store),
    setNote: (name, value) => set(orderKeyPrefix + name, value, store),
    async erase() {
      await store('readwrite', records => {
        records.clear()
        return committed(records)
      })
      const left = await store('readonly', records => promisifyRequest(records.count(IDBKeyRange.bound(...keyRange('')))))
      if (left > 0) throw new Error('erase-read-back')
      await connection.destroy()
    },
    close: () => connection.close(),
  }
}
