import { loadTwice } from '../loadTwice.ts'
import type { EventLog } from './eventLog.ts'
import type { Mirror } from './mirror.ts'
import { committed, type Connection } from './useStore.ts'

type Reading = Omit<EventLog, 'append' | 'close'>

/**
 * The event log in IndexedDB: append-only, one record a batch. Appending never waits for the chunk that reads and folds.
 *
 * @param mirror the second copy; settled before anything is read. Resolves to undefined where there is none
 */
export function createIdbLog(
  { store, close }: Connection, mirror: () => Promise<Mirror | undefined> = async () => undefined,
): EventLog {
  let reading: Promise<Reading> | undefined

  function load(): Promise<Reading> {
    return reading ??= loadTwice(() => import('../lazy/folding.ts')).then(({ createIdbReading }) =>
      createIdbReading(store, mirror), (error: unknown) => {
      // A file that could not be had is asked for again at the next reading.
      reading = undefined
      throw error
    })
  }

  /** The method of that name, once its file is there. */
  function later<Name extends keyof Reading>(name: Name): Reading[Name] {
    return (async (...given: never[]) => ((await load())[name] as (...given: never[]) => unknown)(...given)) as Reading[Name]
  }

  return {
    append: batch => store('readwrite', records => {
      records.put(batch.events, batch.key)
      return committed(records)
    }),
    fold: later('fold'), read: later('read'), merge: later('merge'), purge: later('purge'), compact: later('compact'),
    getNote: later('getNote'), setNote: later('setNote'),
    close,
  }
}
