import { promisifyRequest, type UseStore } from 'idb-keyval'

/** Milliseconds until an `open` that does not answer counts as failed: Safari has been seen to hang for ever (webkit 226547). */
const openTimeoutMs = 3000
/** Openings that may fail on one page before it stays with memory. */
const healBudget = 3

/** One connection to one database, as idb-keyval wants it, with what its own `createStore` lacks. */
export interface Connection {
  /**
   * Runs `callback` in one relaxed transaction on our only object store.
   * Reopens once when the connection turns out dead. Rejects when it cannot: never hangs longer than the time-outs.
   */
  readonly store: UseStore
  /** Opens now, so that the first write need not wait. Resolves to false when it cannot. */
  open(): Promise<boolean>
  /** Why the heal budget is spent; undefined while there is hope. */
  readonly brokenBecause: () => string | undefined
  /** Gives the connection back (page hidden for good, other version waiting); the next use opens again. */
  close(): void
  /** Removes the database. Resolves to true when the browser says so, to false after the time-out (a frozen tab holds on to it). */
  destroy(): Promise<boolean>
}

/** Name of the object store in each of our databases. */
const storeName = 'log'

/**
 * A connection manager over IndexedDB: open time-out, `versionchange` closes, `blocked` rejects, reopen once, heal budget.
 *
 * @param indexedDb injected; undefined where the browser has none
 * @param setTimer injected `setTimeout`
 * @param mayOpen asked before every opening, and before a dead connection is opened again: an open would create the database anew
 */
export function createConnection(
  name: string, indexedDb: IDBFactory | undefined, setTimer: (run: () => void, ms: number) => unknown, mayOpen: () => boolean = () => true,
): Connection {
  let opening: Promise<IDBDatabase> | undefined
  let database: IDBDatabase | undefined
  let failures = 0
  let broken: string | undefined

  function forget(): void {
    opening = database = undefined
  }

  function openOnce(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      // Reading the property may throw (sandboxed frame), and so may open (blocked by a setting): both end in the promise.
      const request = indexedDb!.open(name, 1)
      let late = false
      setTimer(() => { late = true; reject(new Error('open-timeout')) }, openTimeoutMs)
      request.onupgradeneeded = () => request.result.createObjectStore(storeName)
      request.onblocked = () => reject(new Error('blocked'))
      request.onerror = () => reject(request.error ?? new Error('open-failed'))
      request.onsuccess = () => {
        const opened = request.result
        if (late) return opened.close()
        opened.onversionchange = () => { opened.close(); forget() }
        opened.onclose = forget
        resolve(database = opened)
      }
    })
  }

  function open(): Promise<IDBDatabase> {
    if (broken !== undefined) return Promise.reject(new Error(broken))
    if (!mayOpen()) return Promise.reject(new Error('forgotten'))
    opening ??= openOnce().catch((error: unknown) => {
      forget()
      if (++failures >= healBudget || indexedDb === undefined) broken = error instanceof Error ? error.name : 'open-failed'
      throw error
    })
    return opening
  }

  function run<T>(on: IDBDatabase, mode: IDBTransactionMode, callback: (store: IDBObjectStore) => T | PromiseLike<T>): Promise<T> {
    const transaction = on.transaction(storeName, mode, { durability: 'relaxed' })
    const store = transaction.objectStore(storeName)
    return Promise.resolve(callback(store))
  }

  return {
    async store(mode, callback) {
      const first = await open()
      try {
        return await run(first, mode, callback)
      } catch (error) {
        // "The database connection is closing": nothing was written in that transaction, so one more try cannot double anything.
        if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error
        forget()
        return run(await open(), mode, callback)
      }
    },
    open: () => open().then(() => true, () => false),
    brokenBecause: () => broken,
    close() {
      database?.close()
      forget()
    },
    destroy() {
      this.close()
      return Promise.race([
        new Promise<boolean>(done => {
          try {
            const request = indexedDb!.deleteDatabase(name)
            request.onsuccess = () => done(true)
            request.onerror = () => done(false)
            // Blocked: other tabs close on versionchange, and success follows.
          } catch {
            // No database to remove where none can be opened.
            done(true)
          }
        }),
        new Promise<boolean>(done => setTimer(() => done(false), openTimeoutMs)),
      ])
    },
  }
}

/** Resolves when the transaction of `store` is complete, after an explicit commit: what survives a navigation started now. */
export function committed(store: IDBObjectStore): Promise<void> {
  const { transaction } = store
  transaction.commit()
  return promisifyRequest<void>(transaction)
}
