import type { EventDraft } from '@shopside/engine'
import { toDraft, toPath, type Origin } from '@shopside/engine/boundary'
import type { CaptureSource } from './capture/captureSource.ts'
import type { Ack, Status } from './client.ts'
import { loadTwice } from './loadTwice.ts'
import type { Writer } from './log/writer.ts'
import type { Warnings } from './warnings.ts'

/** An event that passed the boundary, and who said it. */
export interface Taken {
  readonly draft: EventDraft
  readonly source: CaptureSource
  readonly at: number
}

/** May answer that this was said already: then it is not stored again, and its caller gets that answer. */
export type TakenListener = (taken: Taken) => Promise<Ack> | void

/** The front door: every event comes in here, whoever says it. */
export interface Taking {
  /**
   * One event: boundary, doubles, page, log. Never throws, never rejects.
   *
   * @param at when it happened; default now
   * @param url of the page it happened on; default this one
   */
  take(name: unknown, params: unknown, source: CaptureSource, at?: number, url?: string): Promise<Ack>
  /** Tells of every accepted event of this page, those so far (at most 200) at once. */
  onTaken(listen: TakenListener): void
  /** Resolves with the answer to the latest event. */
  latest(): Promise<Ack>
  counts(): Status['events']
}

/** Events kept for listeners that come late. */
const maxEarly = 200

const foreignNames = () => loadTwice(() => import('./lazy/foreignNames.ts'))

/** @param note looks at each accepted event: what the page knows of itself */
export function createTaking(
  page: Window & typeof globalThis, now: () => number, isOff: boolean, hosts: readonly string[], writer: Writer,
  warnings: Warnings,
  note: (draft: EventDraft, at: number) => void,
): Taking {
  const { document } = page
  const early: Taken[] = []
  const listeners: TakenListener[] = []
  const dropped: Record<string, number> = {}
  let tracked = 0
  let latest: Promise<Ack> = Promise.resolve({ level: 'memory' })
  /**
   * What has to happen before anything is stored: a prerendered page is looked at, a name that came first is mapped. Never
   * rejects.
   */
  let before: Promise<unknown> | undefined
  if ((document as { prerendering?: boolean }).prerendering) {
    hold(new Promise(done => document.addEventListener('prerenderingchange', done, { once: true })))
  }
  // Read only for an item that brings an address: most do not, and the page's address costs more than the rest of the call.
  const here: Origin = { get base() { return page.location.href }, hosts }

  /** Nothing is stored before it is over; from then on nothing waits. */
  function hold<Answer>(work: Promise<Answer>): Promise<Answer> {
    before = work
    // Twice: those who waited go first.
    void work.then(() => {}).then(() => { if (before === work) before = undefined })
    return work
  }

  function accept(taken: Taken, url: string | undefined, after: Promise<unknown> | undefined): Promise<Ack> {
    for (const listen of listeners) {
      const said = listen(taken)
      if (said) return said
    }
    const { draft, at } = taken
    if (early.length < maxEarly) early.push(taken)
    tracked++
    note(draft, at)
    const write = (): Promise<Ack> => writer.add(draft, at, url && toPath(new URL(url).pathname))
    return latest = after ? after.then(write) : write()
  }

  function drop(reason: string, name?: unknown): Promise<Ack> {
    dropped[reason] = (dropped[reason] ?? 0) + 1
    if (name) warnings.warn(`event-${reason}`, `track("${String(name)}") was not understood. See the list of events in the documentation.`)
    return Promise.resolve({ level: 'dropped', reason })
  }

  return {
    take(name, params, source, at = now(), url) {
      if (isOff) return drop('off')
      const said = source === 'track' && name
      try {
        const origin = url ? { base: url, hosts } : here
        const { draft, reason } = toDraft(name, params, origin)
        if (draft) return accept({ draft, source, at }, url, before)
        if (reason !== 'unknown-event' || typeof name !== 'string') return drop(reason, said)
        // None of our names: mapped by a file of its own, from what it is at this moment. What is said meanwhile comes after it.
        const copy = structuredClone(params)
        return latest = hold(Promise.all([foreignNames(), before]).then(([{ readForeign }]) => {
          const mapped = readForeign(name, copy, origin, warnings.warn)
          return mapped.draft ? accept({ draft: mapped.draft, source, at }, url, undefined) : drop(mapped.reason, said)
        }).catch(() => drop('unreadable')))
      } catch {
        // A getter of the page's own object threw while we read it: the page keeps its error, we drop the event.
        return drop('unreadable')
      }
    },
    onTaken(listen) {
      for (const taken of early) void listen(taken)
      listeners.push(listen)
    },
    latest: () => latest,
    counts: () => ({ tracked, dropped: { ...dropped } }),
  }
}
