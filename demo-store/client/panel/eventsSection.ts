import { build, type Child } from '../build.ts'
import { part, shortTime } from './part.ts'
import type { MakeSection } from './Section.ts'

/** Events shown, newest first. */
const shownEvents = 50

/** An event as `export()` gives it; the file is typed as unknown, so it is read with care. */
interface SeenEvent {
  at: number
  name: string
  params?: { items?: { item_name?: string; item_id?: string }[] }
  page?: string
}

/** The last events, and how far they came on their way: page → log → profile. */
export const eventsSection: MakeSection = ({ shop }) => {
  const list = build('div', {})
  return {
    element: part('See: events', true, list),
    async refresh() {
      const { events } = await shop.export()
      const seen = events.filter(isEvent).slice(-shownEvents).reverse()
      const { storage, events: counted } = shop.status()
      const dropped = Object.entries(counted.dropped).map(([reason, times]) => `${times} dropped: ${reason}`)
      list.replaceChildren(
        build('p', {}, toWay(storage.mode), '. No event left the browser.', dropped.length > 0 && ` ${dropped.join('; ')}.`),
        build('ol', {}, seen.map(toLine)))
    },
  }
}

function toLine({ at, name, params, page }: SeenEvent): Child {
  const items = params?.items ?? []
  const first = items[0]?.item_name ?? items[0]?.item_id ?? ''
  return build('li', {}, build('span', { class: 'figure' }, shortTime(at)), ` ${name}`,
    first !== ''
      && ` · ${first}${items.length > 1 ? ` +${items.length - 1}` : ''}`, page !== undefined && build('small', {}, ` ${page}`))
}

function toWay(mode: 'none' | 'memory' | 'idb'): string {
  if (mode === 'idb') return 'page → log in IndexedDB → profile'
  return mode === 'memory' ? 'page → memory of this page' : 'page → nowhere: there is no yes to remembering'
}

function isEvent(value: unknown): value is SeenEvent {
  const { at, name } = (value ?? {}) as { at?: unknown; name?: unknown }
  return typeof at === 'number' && typeof name === 'string'
}
