import { signal } from '@preact/signals-core'
import type { ConsentState, CopyPreview, ExportFile, Forgettable, Purpose, Remembered, Remembering } from '@shopside/browser'
import { fakeNow, type FakeClient } from './fakeClient.ts'

const day = 86_400_000

/** What a test may ask of the log behind the page, and how it answers. */
export interface FakeLog {
  past: Remembered | undefined
  preview: CopyPreview
  forgotten: Forgettable[]
  imported: unknown[]
  answered: Partial<Record<Purpose, boolean>>[]
  paused: (number | undefined)[]
  erased: number
  mode: 'none' | 'memory' | 'idb'
}

/** A good past: three days of looking, a basket, a search and two orders. */
export function fakePast(overrides: Partial<Remembered> = {}): Remembered {
  const morning = new Date(fakeNow).setHours(0, 0, 0, 0)
  return {
    views: 214, orders: 3, baskets: 1, bytes: 38_200, oldestAt: Date.UTC(2011, 8, 12, 9),
    days: [
      {
        at: morning, lines: [
          { kind: 'looked', at: morning, itemId: '22423', title: 'Regency Cakestand Three Tier', times: 2 },
          { kind: 'put', at: morning, itemId: '21212', title: 'Sixty Fairy Cake Cases', units: 2 },
          { kind: 'searched', at: morning, term: 'cake tins', times: 1 },
          { kind: 'pages', at: morning, pages: 14, others: 9 },
        ],
      },
      {
        at: morning - day, lines: [
          { kind: 'ordered', at: morning - day, orderId: 'A-1', things: 5, value: 20.65, currency: 'GBP' },
          { kind: 'refused', at: morning - day, itemId: '47566', title: 'Party Bunting' },
        ],
      },
      {
        at: morning - 9 * day,
        lines: [{ kind: 'looked', at: morning - 9 * day, itemId: '22720', title: 'Pantry Cake Tins Set of Three', times: 1 }],
      },
      { at: morning - 40 * day, lines: [{ kind: 'ordered', at: morning - 40 * day, orderId: 'A-0', things: 1, hidden: true }] },
      ...[50, 60, 70].map(
        ago => ({ at: morning - ago * day, lines: [{ kind: 'pages' as const, at: morning - ago * day, pages: ago, others: 0 }] }),
      ),
    ],
    likings: [
      {
        of: 'category', name: 'Tea & Table', share: 0.58, views: 7, adds: 0, orders: 2, itemIds: ['22423', '22720'],
        titles: ['Regency Cakestand Three Tier', 'Pantry Cake Tins Set of Three'],
      },
      {
        of: 'category', name: 'Kitchen & Baking', share: 0.31, views: 4, adds: 1, orders: 0, itemIds: ['21212'],
        titles: ['Sixty Fairy Cake Cases'],
      },
      {
        of: 'kind', name: 'cakestand', share: 0.2, views: 3, adds: 0, orders: 0, itemIds: ['22423'],
        titles: ['Regency Cakestand Three Tier'],
      },
    ],
    segments: [
      { id: 'returning', since: morning - 60 * day, because: [{ kind: 'visits', visits: 9 }] },
      { id: 'bulk-buyer', since: morning - day, because: [{ kind: 'units-per-line', units: 72, atLeast: 24, orders: 3 }] },
    ],
    declared: [],
    ...overrides,
  }
}

/** Gives a fake client what `<shopside-privacy>` asks beside the rest. */
export function givePast(client: FakeClient, past: Remembered | undefined = fakePast()): FakeLog {
  const log: FakeLog = {
    past, forgotten: [], imported: [], answered: [], paused: [], erased: 0, mode: 'idb',
    preview: {
      events: 60, known: 12, forgotten: 0, views: 40, orders: 2, baskets: 1, searches: 3, firstAt: Date.UTC(2011, 8, 12),
      lastAt: Date.UTC(2011, 10, 18), savedAt: fakeNow - day, hasSummaries: true,
    },
  }
  const remembering: Remembering = {
    look: async () => log.past,
    forget: async what => void log.forgotten.push(what),
    preview: async () => log.preview,
  }
  const setConsent = (change: Partial<ConsentState>): void => {
    client.consentNow.value = { ...client.consentNow.value, ...change }
  }
  Object.assign(client, {
    remembering: async () => remembering,
    answer: (answers: Partial<Record<Purpose, boolean>>) => {
      log.answered.push(answers)
      if (answers.personalize === false) log.past = undefined
      const words = Object.fromEntries(
        Object.entries(answers).map(([purpose, isGranted]) => [purpose, isGranted ? 'granted' : 'denied']),
      )
      setConsent({ ...words, source: 'shopper', at: client.now() })
    },
    pause: (until: number | undefined) => {
      log.paused.push(until)
      const { pausedUntil, ...others } = client.consentNow.value
      client.consentNow.value = until === undefined ? others : { ...others, pausedUntil: until }
    },
  })
  Object.assign(client.shop, {
    segments: signal(past?.segments),
    status: () => ({ model: client.answers.model, storage: { mode: log.mode } }),
    export: async () => ({ format: 'shopside-export', version: 1, shop: 'shopside', exportedAt: fakeNow }) as ExportFile,
    import: async (copy: unknown) => {
      log.imported.push(copy)
      return { added: 3, skipped: 0 }
    },
    erase: async () => {
      log.erased++
      log.past = undefined
      setConsent({ personalize: 'unknown', analytics: 'unknown', connectors: 'unknown', source: 'default' })
    },
  })
  return log
}
