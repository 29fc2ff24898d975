import type { EventDraft } from '@shopside/engine'
import type { Ack } from '../client.ts'
import type { Batch, LoggedEvent } from './batch.ts'
import { batchKey } from './batchKey.ts'

/** Gathers the events of one task into one batch and hands it on in a microtask: one put per task, and nobody awaits it. */
export interface Writer {
  /**
   * Takes an event that happened `at` (default now), on `path` (default here). The promise is shared by all of a task and never
   * rejects.
   */
  add(draft: EventDraft, at?: number, path?: string): Promise<Ack>
}

/**
 * @param tab unique among open tabs
 * @param path of the page, read once a task
 * @param handOn stores one batch and answers how far it got; may throw or reject
 */
export function createWriter(
  tab: string, now: () => number, path: () => string, handOn: (batch: Batch) => Promise<Ack>,
): Writer {
  let counter = 0
  let latest = 0
  let page = ''
  let events: LoggedEvent[] = []
  let ack: Promise<Ack> | undefined

  async function flush(): Promise<Ack> {
    // One microtask later the caller's task is over: everything it tracked is in `events`.
    await undefined
    const batch = { key: batchKey(events[0]!.at, tab, ++counter), events }
    events = []
    ack = undefined
    try {
      return await handOn(batch)
    } catch (error) {
      // A log that cannot store says so in the answer; the page never hears of it.
      return { level: 'memory', reason: error instanceof Error ? error.name : 'log-failed' }
    }
  }

  return {
    add(draft, at = now(), there) {
      if (events.length === 0) page = path()
      // A tab's time never goes back: keys must sort as the events happened.
      // And a page's own clock may give no number at all.
      if (at > latest) latest = at
      events.push({ ...draft, at: latest, page: there ?? page })
      return ack ??= flush()
    },
  }
}
