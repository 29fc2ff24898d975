import { promisifyRequest, type UseStore } from 'idb-keyval'
import { forgotten } from './forgotten.ts'

/** Milliseconds until an `open` that does not answer counts as failed: Safari has been seen to hang for ever (webkit 226547). */
const openTimeoutMs = 3000
/** The same for a transaction: a hundred tabs that write at once take their turn within these. */
const workTimeoutMs = 10_000
/** Openings that may fail on one page before it stays with memory. */
const healBudget = 3

/** One connection to one database, as idb-keyval wants it, with what its own `createStore` lacks. */
export interface Connection {
  /**
   * Runs `callback` in one relaxed transaction on our only object store; a second time, on a new connection, when the first turns
   * out dead or is aborted (so nothing of it was stored). Rejects when it cannot: never hangs longer than the time-outs.
   */
  readonly store: UseStore
  /** Opens now, so that the first write need not wait. Resolves to false when it cannot. */
  open(): Promise<boolean>
  /** Why the heal budget is spent; undefined while there is hope. */
  readonly brokenBecause: () => string | undefined
  /** Of the database: another one than asked for where somebody else's bears that name. */
  readonly name: () => string
  /**
   * Gives the connection back (page hidden for good, other version waiting); the next use opens again. What runs is finished or
   * undone whole.
   */
  close(): void
}

/** Name of the object store in each of our databases. */
const storeName = 'log'

/** What a timer calls when nothing came before it. */
interface Late { giveUp?: (() => void) | undefined }

/** Outside of whoever waits: a timer holds this alone, not the answer that came in time, which may be a whole log. */
const callLate = (late: Late) => (): void => late.giveUp?.()

/** A connection that is gone, or a transaction that was undone: what a second try can help. No name: aborted without a reason. */
const worthAnotherTry = /^$|^(Abort|InvalidState|Timeout|TransactionInactive|Unknown)Error$/

/** An error by its name alone: browsers give empty messages, classes of their own, or nothing at all. */
export function nameOf(error: unknown): string {
  const name = (error as { name?: unknown } | null | undefined)?.name
  return typeof name === 'string' ? name : ''
}

/**
 * A connection manager over IndexedDB: open time-out, `versionchange` closes, `blocked` rejects, reopen once, heal budget.
 * The version is 1 for ever (`records.ts` says how records change), so that no tab ever waits for another one.
 *
 * @param indexedDb injected; undefined where the browser has none
 * @param setTimer injected `setTimeout`
 * @param mayOpen asked before every opening, and before a dead connection is opened again: an open would create the database anew
 * @param onOpen told of every connection that was opened, also of one that came too late for whoever waited, and of work that was
 * done too
 *   late: another tab held the store (a frozen one may), and lets go of it
 */
export function createConnection(
  name: string, indexedDb: IDBFactory | undefined, setTimer: (run: () => void, ms: number) => unknown,
  mayOpen: () => boolean = () => true,
  onOpen: () => void = () => {},
): Connection {
  const asked = name
  let opening: Promise<IDBDatabase> | undefined
  let database: IDBDatabase | undefined
  let latest: IDBTransaction | undefined
  let failures = 0
  let broken: string | undefined

  function within<T>(ms: number, work: Promise<T>): Promise<T> {
    const late: Late = {}
    setTimer(callLate(late), ms)
    return new Promise<T>((done, fail) => {
      late.giveUp = () => fail(new DOMException('', 'TimeoutError'))
      work.then(done, fail)
      work.then(() => { late.giveUp = undefined }, () => { late.giveUp = undefined })
    })
  }

  function undo(transaction: IDBTransaction | undefined): void {
    try {
      transaction?.abort()
    } catch {
      // Finished, or committing.
    }
  }

  function close(): void {
    // What was handed over for storing is committed already; a fold that runs is undone, so that no other tab waits for a frozen
    // one.
    undo(latest)
    database?.close()
    opening = database = undefined
  }

  function openOnce(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      // Reading the property may throw (sandboxed frame), and so may open (blocked by a setting): both end in the promise.
      const request = indexedDb!.open(name, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(storeName)
      request.onblocked = request.onerror = () => reject(request.error ?? new DOMException('', 'BlockedError'))
      request.onsuccess = () => {
        const opened = request.result
        const isOurs = opened.objectStoreNames.contains(storeName)
        if (!isOurs || database !== undefined || !mayOpen()) {
          opened.close()
          if (isOurs || name !== asked) return database === undefined ? reject(forgotten()) : resolve(database)
          // Somebody else's database under our name: theirs stays, and ours gets another.
          name += '.2'
          return resolve(openOnce())
        }
        opened.onclose = opened.onversionchange = () => {
          opened.close()
          if (database === opened) opening = database = undefined
        }
        // Perhaps too late for whoever waited: then it serves the next.
        opening = Promise.resolve(database = opened)
        broken = undefined
        resolve(opened)
        onOpen()
      }
    })
  }

  function open(): Promise<IDBDatabase> {
    if (broken !== undefined) return Promise.reject(new Error(broken))
    if (!mayOpen()) return Promise.reject(forgotten())
    opening ??= within(openTimeoutMs, openOnce()).catch((error: unknown) => {
      opening = undefined
      const reason = indexedDb === undefined ? 'unavailable' : nameOf(error)
      // A database of a newer Shopside does not get older: it is left alone.
      if (++failures >= healBudget || reason === 'unavailable' || reason === 'VersionError') broken = reason
      throw error
    })
    return opening
  }

  function run<T>(
    on: IDBDatabase, mode: IDBTransactionMode, callback: (store: IDBObjectStore) => T | PromiseLike<T>,
  ): Promise<T> {
    const transaction = latest = on.transaction(storeName, mode, { durability: 'relaxed' })
    const work = (async () => callback(transaction.objectStore(storeName)))()
    // What failed half way would be stored by half: an error in a promise undoes nothing by itself.
    work.catch(() => undo(transaction))
    return within(workTimeoutMs, work).catch((error: unknown) => {
      if (nameOf(error) === 'TimeoutError') work.then(onOpen, () => {})
      throw error
    })
  }

  return {
    async store(mode, callback) {
      const first = await open()
      try {
        return await run(first, mode, callback)
      } catch (error) {
        if (!worthAnotherTry.test(nameOf(error))) throw error
        close()
        return run(await open(), mode, callback)
      }
    },
    open: () => open().then(() => true, () => false),
    brokenBecause: () => broken,
    name: () => name,
    close,
  }
}

/**
 * A request's answer. One that nobody hears any more, because the next request of its transaction threw, is no unhandled
 * rejection.
 */
export function ask<Answer>(request: IDBRequest<Answer> | IDBTransaction): Promise<Answer> {
  const answer = promisifyRequest<Answer>(request)
  answer.catch(() => {})
  return answer
}

/** Resolves when the transaction of `store` is complete, after an explicit commit: what survives a navigation started now. */
export function committed(store: IDBObjectStore): Promise<void> {
  const { transaction } = store
  transaction.commit()
  return ask<void>(transaction)
}
