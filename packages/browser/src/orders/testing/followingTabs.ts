import type { OrderNote, OrderStatus, SeenSteps, Shipment } from '@shopside/engine'
import { createFollowing, type Following, type OrderEdges } from '../createFollowing.ts'
import type { OrderMemory } from '../orderMemory.ts'

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const parcel = (status: Shipment['status']): Shipment => (
  { id: 's', status, phase: status === 'delivered' ? 'done' : 'shipped', events: [] }
)
export const order = (status: Shipment['status']): OrderStatus => ({ order_id: 'A1', shipments: [parcel(status)] })

/** What tabs of one browser share, and the one clock that all of them read. */
export function createBrowser() {
  let now = Date.UTC(2011, 11, 10, 9)
  let timers: { at: number; work: () => void }[] = []
  const notes = new Map<string, OrderNote>()
  const seen = new Map<string, SeenSteps>()
  const tabs: Following[] = []
  let turn: Promise<unknown> = Promise.resolve()
  const browser = {
    notes, seen,
    asked: [] as (string | undefined)[],
    answer: (): ReturnType<NonNullable<OrderEdges['ask']>> => Promise.resolve({ status: order('in_transit') }),
    isVisible: true, isOnline: true, storageWorks: true, hasChannel: true,
    now: () => now,
    set(to: number) { now = to },
    /** Moves on, and runs what became due at its own moment. */
    async pass(ms: number) {
      const until = now + ms
      for (;;) {
        await settle()
        const due = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
        if (due === undefined) break
        timers = timers.filter(other => other !== due)
        now = Math.max(now, due.at)
        due.work()
      }
      now = until
      await settle()
    },
    /** A tab that shows the order, near the viewport unless said otherwise. */
    open({ isNear = true, isVisible = () => browser.isVisible, asks = true } = {}): Following {
      const memory: OrderMemory = {
        note: async () => notes.get('A1'),
        async setNote(_, note) { if (browser.storageWorks) notes.set('A1', note) },
        seen: async () => seen.get('A1'),
        async setSeen(_, steps) { if (browser.storageWorks) seen.set('A1', steps) },
      }
      const tab: Following = createFollowing('A1', {
        now: browser.now, random: () => 0.5, memory, isVisible,
        after: (ms, work) => void timers.push({ at: now + ms, work }),
        isOnline: () => browser.isOnline,
        ...(asks && { ask: (_id: string, etag: string | undefined) => { browser.asked.push(etag); return browser.answer() } }),
        alone: (_, work) => {
          const mine = turn.then(work)
          turn = mine.catch(() => {})
          return mine
        },
        tell() { if (browser.hasChannel) for (const other of tabs) if (other !== tab) void other.reread() },
      })
      tabs.push(tab)
      if (isNear) tab.near({} as Element, true)
      return tab
    },
  }
  return browser
}

export async function settle(): Promise<void> {
  for (let step = 0; step < 50; step++) await Promise.resolve()
}
export const statusOf = (tab: Following): string | undefined => tab.news.peek().status?.shipments[0]?.status
