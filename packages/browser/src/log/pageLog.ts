import type { EventDraft } from '@shopside/engine'
import type { Ack, Status } from '../client.ts'
import type { Gate } from '../consent/gate.ts'
import { mayRemember } from '../consent/gate.ts'
import type { Environment } from '../environment.ts'
import { loadTwice } from '../loadTwice.ts'
import { whenIdle } from '../page/whenIdle.ts'
import type { Batch } from './batch.ts'
import type { EventLog } from './eventLog.ts'
import { createIdbLog } from './idbLog.ts'
import { saveLastChance } from './lastChance.ts'
import type { Mirror } from './mirror.ts'
import { createPatience } from './patience.ts'
import { createConnection, nameOf, type Connection } from './useStore.ts'

/** Batches that wait for an answer, or for the database. */
const maxWaiting = 500
/** Longest that an answer waits for the database: another tab may hold it, a frozen one for ever. */
const patienceMs = 1500

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
  status(): Status['storage']
  /** Resolves to true once the mirror holds all that was written before the call; to false where it cannot, within some seconds. */
  mirrored(): Promise<boolean>
  /** Lets go of everything in this page's memory and closes; the stores themselves are `eraseStores`'s. */
  forget(): void
  /** Empties and removes mirror, database and our slots. */
  eraseStores(): Promise<void>
  /** The page may be gone after this (a phone says no more): events that are not stored yet go to the tab's slot until they are. */
  onHidden(): void
  /** As `onHidden`, and the connection is given back. */
  onPageHide(): void
}

export interface PageLogOptions {
  environment: Environment
  gate: Gate
  tab: string
  now: () => number
  databaseName: string
  slotPrefix: string
  onStored: () => void
  /** Raw events were let go of: says so by an event of its own. */
  say: (draft: EventDraft) => void
  /** Another tab withdrew or erased since: this one must forget, and the batch is dropped. */
  onOutdated: () => void
  warn: (code: string, remedy: string) => void
}

/** Work that nobody waits for: what it could not do, the next reading or writing says. */
const quietly = (work: Promise<unknown>): void => void work.catch(() => {})

const fallback = () => loadTwice(() => import('../lazy/fallback.ts'))

export function createPageLog(options: PageLogOptions): PageLog {
  const { environment, gate, tab, slotPrefix, databaseName, now, warn } = options
  let waiting: Batch[] = []
  let connection: Connection | undefined
  let opening: Promise<EventLog> | undefined
  let keeping: Promise<Mirror | undefined> | undefined
  let mirror: Mirror | undefined
  let mode: Status['storage']['mode'] = 'none'
  let reason: string | undefined
  let isLeaving = false
  const memories = new WeakSet<EventLog>()
  /** Counts what was forgotten: a connection of before may open nothing any more. */
  let stretch = 0

  const patiently = createPatience(environment.setTimer, patienceMs / 2)
  const mayStore = (): boolean => mayRemember(gate.state.peek()) && !gate.isOutdated()

  /** Loads the second copy's keeper; without its file there is none on this page. */
  function keep(): Promise<Mirror | undefined> {
    const began = stretch
    return keeping ??= loadTwice(() => import('../lazy/mirroring.ts')).then(({ compactOnce, createMirror }) => {
      if (connection === undefined || began !== stretch) return undefined
      const about = { environment, name: databaseName, connection, now, warn, mayStore, isOver: () => began !== stretch }
      mirror = createMirror(about)
      void compactOnce(about, mirror.settle, options.say)
      return mirror
    }).catch(() => undefined)
  }

  function onOpen(): void {
    mirror?.reopened()
    // The browser answered after all: what this page holds in memory goes where it belongs.
    const memory = mode === 'memory' && opening
    if (!memory) return
    mode = 'none'
    const opened = open(true)
    quietly(fallback().then(({ comeBack }) => comeBack(memory, opened)))
  }

  async function useMemory(why: string, log?: EventLog): Promise<EventLog> {
    mode = 'memory'
    const memory = await (await fallback()).fallBack(reason = why || 'failed', log, warn)
    memories.add(memory)
    return memory
  }

  /** Opens once; drains what earlier pages left in their slots. */
  function open(anew = false): Promise<EventLog> {
    if (anew) opening = undefined
    return opening ??= (async () => {
      const began = stretch
      const opened = connection ??= createConnection(
        databaseName, environment.indexedDb(), environment.setTimer, () => began === stretch && mayStore(), onOpen)
      // One more try: an open that fails once for no reason is known of every browser.
      if (!await opened.open() && !await opened.open()) return useMemory(opened.brokenBecause() ?? 'unavailable')
      mode = 'idb'
      reason = undefined
      const log = createIdbLog(opened, keep)
      await patiently(drainSlots(log), undefined)
      return log
    })()
  }

  async function drainSlots(log: EventLog): Promise<void> {
    try {
      const storage = environment.localStorage()
      if (!Object.keys(storage).some(slot => slot.startsWith(slotPrefix))) return
      await (await fallback()).drainLastChance(storage, slotPrefix, log)
    } catch {
      // localStorage refuses: then no page has left anything there.
    }
  }

  function saveSlot(): void {
    try {
      saveLastChance(environment.localStorage(), slotPrefix, tab, waiting)
    } catch {
      // Storage full or refused: these last events are lost, and were never acknowledged.
    }
  }

  function onHidden(): void {
    if (!mayStore()) return
    isLeaving = true
    saveSlot()
  }

  async function persist(batch: Batch): Promise<Ack> {
    waiting.push(batch)
    if (isLeaving) saveSlot()
    const log = await open()
    // Forgotten while it opened: an erase, here or in another tab, is not undone by what was on its way.
    if (gate.isOutdated()) options.onOutdated()
    if (!waiting.includes(batch)) return { level: 'dropped', reason: 'forgotten' }
    return patiently(store(batch, log), { level: 'memory', reason: 'busy' })
  }

  async function store(batch: Batch, log: EventLog): Promise<Ack> {
    try {
      await log.append(batch)
    } catch (error) {
      const { makeRoom } = await fallback()
      if (!await makeRoom(error, log, batch, now())) {
        // Of several batches that failed at once, the first says so.
        if (mode === 'idb') opening = useMemory(nameOf(error), log)
        log = await open()
        await log.append(batch)
      }
    }
    // The database came back meanwhile.
    if (memories.has(log) && mode !== 'memory' && waiting.includes(batch)) return store(batch, await open())
    waiting = waiting.filter(other => other !== batch)
    if (isLeaving && waiting.length === 0) {
      isLeaving = false
      saveSlot()
    }
    options.onStored()
    if (memories.has(log)) return { level: 'memory' }
    if (mirror !== undefined) mirror.stored()
    else whenIdle(environment.window, () => void keep().then(kept => kept?.stored()))
    return { level: 'written' }
  }

  async function reading(): Promise<EventLog | undefined> {
    if (!mayRemember(gate.state.peek())) return undefined
    if (!gate.isOutdated()) return open()
    options.onOutdated()
    return undefined
  }

  return {
    async write(batch) {
      // Another tab may have been answered since.
      if (gate.state.peek().personalize === 'unknown') gate.refresh()
      const consent = gate.state.peek().personalize
      if (consent === 'denied') return { level: 'dropped', reason: 'consent-denied' }
      if (gate.isPaused()) return { level: 'dropped', reason: 'paused' }
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
    reading,
    warm() {
      if (!mayRemember(gate.state.peek())) return
      const earlier = waiting
      if (opening !== undefined || earlier.length === 0) return quietly(open())
      waiting = []
      gate.begin()
      quietly(Promise.all(earlier.map(persist)))
    },
    status: () => ({
      mode, ...(reason === undefined ? {} : { reason }), ...(mirror?.status() ?? { mirror: 'none', recovered: 0, rebuilt: 0 }),
    }),
    mirrored: async () => mode === 'idb' && await (await keep())?.flush() === true,
    forget() {
      waiting = []
      stretch++
      mirror?.dispose()
      connection?.close()
      opening = connection = keeping = mirror = undefined
      mode = 'none'
    },
    async eraseStores() {
      const { eraseStores } = await loadTwice(() => import('../lazy/erasing.ts'))
      await eraseStores(environment, databaseName, slotPrefix, now())
    },
    onHidden,
    onPageHide() {
      onHidden()
      // What was handed over is committed; the next use opens again.
      connection?.close()
    },
  }
}
