import type { Ack } from '../client.ts'
import type { Gate } from '../consent/gate.ts'
import { mayRemember } from '../consent/gate.ts'
import type { Environment } from '../environment.ts'
import { loadTwice } from '../loadTwice.ts'
import type { Batch } from './batch.ts'
import type { EventLog } from './eventLog.ts'
import { createIdbLog } from './idbLog.ts'
import { saveLastChance } from './lastChance.ts'
import { createConnection, type Connection } from './useStore.ts'

/** Batches that wait for an answer, or for the database. */
const maxWaiting = 500

/**
 * This page's way into the log, as consent has it: unknown → this page's memory, granted → the database (or memory where there is none),
 * denied → nowhere. Nothing is opened before consent.
 */
export interface PageLog {
  write(batch: Batch): Promise<Ack>
  /** The log to read from; undefined while nothing may be remembered. Opens the database. */
  reading(): Promise<EventLog | undefined>
  /** Opens ahead of the first event. */
  warm(): void
  mode(): 'none' | 'memory' | 'idb'
  /** Lets go of everything in this page's memory and closes; the stores themselves are `eraseStores`'s. */
  forget(): void
  /** Empties and removes the database and our slots. */
  eraseStores(): Promise<void>
  /** The page may be gone after this: events that are not stored yet go to the tab's slot. */
  onPageHide(): void
}

export interface PageLogOptions {
  environment: Environment
  gate: Gate
  tab: string
  databaseName: string
  slotPrefix: string
  onStored: () => void
  /** Another tab withdrew or erased since: this one must forget, and the batch is dropped. */
  onOutdated: () => void
  warn: (code: string, remedy: string) => void
}

const fallback = () => loadTwice(() => import('../lazy/fallback.ts'))

export function createPageLog(options: PageLogOptions): PageLog {
  const { environment, gate, tab, slotPrefix } = options
  let waiting: Batch[] = []
  let connection: Connection | undefined
  let opening: Promise<EventLog> | undefined
  let mode: 'none' | 'memory' | 'idb' = 'none'

  function connectWhile(mayOpen: () => boolean): Connection {
    return createConnection(options.databaseName, environment.indexedDb(), environment.setTimer, mayOpen)
  }

  function connect(): Connection {
    return connection ??= connectWhile(() => mayRemember(gate.state.peek()) && !gate.isOutdated())
  }

  async function useMemory(reason: string): Promise<EventLog> {
    mode = 'memory'
    options.warn(`storage-${reason}`, 'This browser does not let the page store. Everything works until the page is closed.')
    const { createMemoryLog } = await fallback()
    return createMemoryLog()
  }

  /** Opens once; drains what earlier pages left in their slots. */
  function open(): Promise<EventLog> {
    return opening ??= (async () => {
      const opened = connect()
      // One more try: an open that fails once for no reason is known of every browser.
      if (!await opened.open() && !await opened.open()) return useMemory(opened.brokenBecause() ?? 'unavailable')
      mode = 'idb'
      const log = createIdbLog(opened)
      await drainSlots(log)
      return log
    })()
  }

  async function drainSlots(log: EventLog): Promise<void> {
    try {
      const storage = environment.localStorage()
      if (!Object.keys(storage).some(slot => slot.startsWith(slotPrefix))) return
      const { readLastChance } = await fallback()
      for (const { slot, batches } of readLastChance(storage, slotPrefix)) {
        for (const batch of batches) await log.append(batch)
        storage.removeItem(slot)
      }
    } catch {
      // localStorage refuses: then no page has left anything there.
    }
  }

  async function persist(batch: Batch): Promise<Ack> {
    waiting.push(batch)
    let log = await open()
    // Forgotten while it opened: an erase, here or in another tab, is not undone by what was on its way.
    if (gate.isOutdated()) options.onOutdated()
    if (!waiting.includes(batch)) return { level: 'dropped', reason: 'forgotten' }
    try {
      await log.append(batch)
    } catch (error) {
      opening = useMemory(error instanceof Error ? error.name : 'failed')
      log = await opening
      await log.append(batch)
    }
    waiting = waiting.filter(other => other !== batch)
    options.onStored()
    return { level: mode === 'idb' ? 'written' : 'memory' }
  }

  return {
    async write(batch) {
      // Another tab may have been answered since.
      if (gate.state.peek().personalize === 'unknown') gate.refresh()
      const consent = gate.state.peek().personalize
      if (consent === 'denied') return { level: 'dropped', reason: 'consent-denied' }
      if (consent === 'unknown') {
        waiting = [...waiting, batch].slice(-maxWaiting)
        return { level: 'memory', reason: 'consent-unknown' }
      }
      if (gate.isOutdated()) {
        options.onOutdated()
        return { level: 'dropped', reason: 'forgotten' }
      }
      gate.begin()
      // What waited for the answer goes first: keys sort by time.
      const earlier = opening === undefined ? waiting : []
      if (earlier.length > 0) waiting = []
      const results = await Promise.all([...earlier, batch].map(persist))
      return results.at(-1)!
    },
    async reading() {
      if (!mayRemember(gate.state.peek())) return undefined
      if (gate.isOutdated()) {
        options.onOutdated()
        return undefined
      }
      return open()
    },
    warm() {
      if (!mayRemember(gate.state.peek())) return
      const earlier = waiting
      if (opening !== undefined || earlier.length === 0) return void open()
      waiting = []
      gate.begin()
      void Promise.all(earlier.map(persist))
    },
    mode: () => mode,
    forget() {
      waiting = []
      connection?.close()
      opening = connection = undefined
      mode = 'none'
    },
    async eraseStores() {
      try {
        const storage = environment.localStorage()
        for (const slot of Object.keys(storage)) if (slot.startsWith(slotPrefix)) storage.removeItem(slot)
      } catch {
        // localStorage refuses: nothing of ours can be in it.
      }
      // A connection of its own: the page's may open nothing any more, so that no fold on its way brings the database back.
      const last = connectWhile(() => true)
      if (await last.open()) await createIdbLog(last).erase()
    },
    onPageHide() {
      if (!mayRemember(gate.state.peek()) || gate.isOutdated()) return
      try {
        saveLastChance(environment.localStorage(), slotPrefix, tab, waiting)
      } catch {
        // Storage full or refused: these last events are lost, and were never acknowledged.
      }
    },
  }
}
