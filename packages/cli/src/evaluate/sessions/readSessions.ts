import { readEvents } from '../../read/readEvents.ts'
import type { EventsOptions } from '../../read/readEvents.ts'
import type { Session } from './sessionData.ts'

/** All visits of event files, held in memory: evaluation replays them one by one. */
export interface ReadSessions {
  /** Item ids by number, in the order of their first row. */
  ids: readonly string[]
  /** In the order of their newest row; `firstAt` is the time of the oldest. */
  sessions: readonly (Session & { firstAt: number })[]
}

/** Reads visits: rows in order of time, rows of one time in the order of the file. Several files are one history. */
export async function readSessions(paths: readonly string[], options: EventsOptions): Promise<ReadSessions> {
  const numbers = new Map<string, number>()
  const visits = new Map<string, { times: number[]; items: number[] }>()
  for (const path of paths) {
    await readEvents(path, options, ({ sessionId, at, itemId }) => {
      let number = numbers.get(itemId)
      if (number === undefined) numbers.set(itemId, number = numbers.size)
      let visit = visits.get(sessionId)
      if (!visit) visits.set(sessionId, visit = { times: [], items: [] })
      visit.times.push(at)
      visit.items.push(number)
    })
  }
  const sessions = [...visits.values()].map(({ times, items }) => {
    const order = times.map((_, place) => place).sort((a, b) => times[a]! - times[b]! || a - b)
    return { at: times[order.at(-1)!]!, firstAt: times[order[0]!]!, items: order.map(place => items[place]!) }
  })
  return { ids: [...numbers.keys()], sessions: sessions.sort((a, b) => a.at - b.at) }
}
