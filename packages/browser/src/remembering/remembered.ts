import type { Affinity, Membership, Predictions } from '@shopside/engine'

/** One thing of one day, in counts and names; `messages/` says it in words. `at`: the latest of what it counts, epoch ms. */
export type RememberedLine =
  | { kind: 'looked'; at: number; itemId: string; title: string; times: number }
  /** `units`: all that were put in that day; absent where only summaries are left of it. */
  | { kind: 'put'; at: number; itemId: string; title: string; units?: number }
  | { kind: 'wanted' | 'refused'; at: number; itemId: string; title: string }
  | { kind: 'searched'; at: number; term: string; times: number }
  /** `value` in major units of `currency`. A hidden order shows neither. */
  | { kind: 'ordered'; at: number; orderId: string; things: number; value?: number; currency?: string; hidden?: true }
  /** Pages opened, and what else was noted on them: rows shown, time spent, events of the shop's own. */
  | { kind: 'pages'; at: number; pages: number; others: number }

/** A calendar day of the browser's own zone. `at` its start, epoch ms. */
export interface RememberedDay {
  at: number
  lines: RememberedLine[]
}

/** A liking with the names of what it stands on, the weightiest first. */
export interface Liking extends Affinity {
  titles: string[]
}

/** All that this browser remembers and concludes, for the shopper to read. */
export interface Remembered {
  /** Visits to products. */
  views: number
  orders: number
  baskets: number
  /** What it takes as JSON, within a tenth of what the database needs. */
  bytes: number
  /** Epoch ms of the oldest thing remembered. */
  oldestAt?: number
  /** Newest first. */
  days: RememberedDay[]
  likings: Liking[]
  segments: Membership[]
  /** What the shopper told of themself, newest first. */
  declared: { name: string; value: string | number | boolean; at: number }[]
  /** What is expected, with the titles of what will be needed again; soonest first, at most three. */
  expected?: Pick<Predictions, 'orders' | 'value'> & { needs: { title: string; dueAt: number }[] }
}

/** What the shopper takes back. Names are plain; they are kept as hashes alone. */
export type Forgettable =
  | { items: readonly string[]; guess?: string }
  | { searchTerm: string }
  | { orderId: string }
  /** Name of a fact that was declared. */
  | { fact: string }
  /** Pages and what was noted on them of the day that begins then, epoch ms. */
  | { pagesOf: number }
  /** `segment:<id>`: not to be concluded any more; `undone` takes it back. */
  | { guess: string; undone?: boolean }

/** What a file holds, before anything of it is taken. */
export interface CopyPreview {
  /**
   * Why it cannot be taken: nothing may be remembered now; no text that can be read; no copy of Shopside's; of a newer version;
   * of another shop; longer than any log; without a single event that is one.
   */
  refused?: 'not-allowed' | 'unreadable' | 'not-a-copy' | 'newer' | 'foreign' | 'too-long' | 'empty'
  /** Of a foreign copy: the name of its shop, at most 40 letters. */
  shop?: string
  events: number
  /** Of those, how many are here already. */
  known: number
  /** And how many were here until the shopper took them back: they do not come again. */
  forgotten: number
  views: number
  orders: number
  /** 1 where something was in the basket after the last order. */
  baskets: number
  searches: number
  /** Epoch ms. */
  firstAt?: number
  lastAt?: number
  savedAt?: number
  /** It has summaries of older things whose events are gone: of those only the orders are taken over. */
  hasSummaries: boolean
}

/** What `<shopside-privacy>` asks and does beside the public surface. */
export interface Remembering {
  /** undefined while nothing may be remembered. Rejects when the log cannot be read. */
  look(): Promise<Remembered | undefined>
  /** Resolves once it is out of the raw log and out of everything computed. */
  forget(what: Forgettable): Promise<void>
  /** `file` as parsed; junk is allowed. Never rejects. */
  preview(file: unknown): Promise<CopyPreview>
}
