import type {
  Cart, CartLine, CartNudge, CartNudgeInput, EventName, Item, Membership, Model, Order, Product, Profile, Reason,
  RecommendRequest, Recommendation, RerankOptions, SegmentFact, ShopEventMap,
} from '@shopside/engine'
import type { ReadonlySignal } from '@preact/signals-core'
import type { CaptureSource } from './capture/captureSource.ts'
import type { Connector } from './connector.ts'
import type { OrderFollowing } from './orders/orderNews.ts'
import type { Claims } from './page/claims.ts'
import type { Remembering } from './remembering/remembered.ts'
import type { Shopper } from './shopSignals.ts'

/** How far an event got. `written` = its transaction is complete; `dropped` says why in `reason`. */
export interface Ack {
  level: 'dropped' | 'memory' | 'written'
  reason?: string
}

export type Purpose = 'personalize' | 'analytics' | 'connectors'
export type Answer = 'granted' | 'denied' | 'unknown'

export interface ConsentState {
  personalize: Answer
  analytics: Answer
  connectors: Answer
  /**
   * Who gave the latest answer: `shop` (consent.set), `shopper` (<shopside-privacy>), `default` (option), `off`, or a consent
   * source by its name.
   */
  source: string
  /** Epoch ms by the shop's clock; absent while unknown. */
  at?: number
  /** Of the shop's notice that was answered (`consent.set(answers, { version })`), else of Shopside. At most 20 letters. */
  version?: string
  /**
   * By purpose, who gave its answer and when; `privacy-signal`: Global Privacy Control. A purpose that nobody has answered for is
   * absent.
   */
  since?: Partial<Record<Purpose, { source: string; at: number }>>
  /** "Pause for today": until then nothing new is remembered. Epoch ms. */
  pausedUntil?: number
}

/** What the shop's basket answered to a wish. `reason` is for people who build; the widget has its own words. */
export type AddResult = { ok: true } | { ok: false; reason: 'no-answer' | 'rejected'; message?: string }

/** detail of the cancelable, bubbling, composed event `shopside:add-to-cart`. */
export interface AddToCartDetail {
  items: Item[]
  source: { widget: string; placement: string; strategy?: string }
  /**
   * True when a widget only asks whether anybody would answer, before it draws an Add button: `items` is empty, nothing is to be
   * added. Answer as always (`respondWith(Promise.resolve())`), or add the nothing that is asked for.
   */
  probe?: true
  /** The first answer counts; a rejection means: not added. */
  respondWith(promise: Promise<unknown>): void
}

/** What capture without code has seen on this page. */
export interface CaptureStatus {
  state: 'off' | 'waiting' | 'ready'
  /** Why it is off: `off` (`?shopside=off`), `option`, `bot`, `frame`, `design-mode`, `denied`. */
  reason?: string
  /** Detectors and connectors that gave something. */
  sources: CaptureSource[]
  /** Of the page's product: which source won each field. */
  fields: Record<string, CaptureSource>
  /** Codes of what was there and could not be used. */
  problems: string[]
}

/** One element's last word about itself, for `status()` and the console on localhost. */
export interface WidgetStatus {
  tag: string
  state: 'waiting' | 'loading' | 'ready' | 'stale' | 'empty' | 'error' | 'off'
  reason?: string
}

export interface Status {
  version: string
  consent: ConsentState
  storage: {
    mode: 'none' | 'memory' | 'idb'
    reason?: string
    /** The second copy: `none` where the browser has no Cache API or nothing is mirrored yet. */
    mirror: 'none' | 'ready'
    /** Times since the page began that the log was brought back from the mirror, and that the mirror was built anew. */
    recovered: number
    rebuilt: number
  }
  model: {
    state: 'none' | 'loading' | 'ready' | 'failed'
    /** Why there is none, or why it is the last good copy instead of the host's newest. */
    reason?: string
    version?: string
    asOf?: number
    items?: number
    /** Whole days between `asOf` and now. */
    ageDays?: number
    /** Four weeks old or more: rows say their age. */
    stale?: true
    /** Of a model in shards: how many of them this page has asked for. */
    shards?: { loaded: number; of: number }
  }
  capture: CaptureStatus
  /** Ids that the page named and the catalogue knows, of all that it named; undefined until a model is there. */
  match?: { known: number; seen: number; unknown: string[] }
  /** Names of the connectors in use. */
  connectors: string[]
  /** Counters since the page began. */
  events: { tracked: number; dropped: Record<string, number> }
  widgets: WidgetStatus[]
  warnings: { code: string; remedy: string }[]
}

/** What `export()` saves and `import()` reads: the raw events and what they fold to are one and the same. */
export interface ExportFile {
  format: 'shopside-export'
  version: 1
  shop: string
  exportedAt: number
  consent: ConsentState
  profile: Profile
  events: unknown[]
}

/** A request for one place of a page. */
export interface PlacedRequest extends RecommendRequest {
  /** Its entry in the `rules` option holds, unless the request brings rules of its own. */
  placement?: string
}

/** Public surface. No member throws into the page; promises of `track` never reject. */
export interface Shopside {
  /** Names of the Segment spec are mapped ("Product Viewed"); any name that is none of ours is kept as a `custom` event. */
  track<Name extends string>(name: Name extends EventName ? never : Name, params?: object): Promise<Ack>
  /** An event of ours. It stands last: of several signatures the compiler explains the last one's error. */
  track<Name extends EventName>(name: Name, params: ShopEventMap[Name]): Promise<Ack>
  readonly cart: {
    readonly lines: ReadonlySignal<CartLine[] | undefined>
    /** The whole basket as the shop knows it (a `view_cart` snapshot). */
    set(lines: Item[], currency?: string): Promise<Ack>
  }
  recommend(request: PlacedRequest): Promise<Recommendation[]>
  /**
   * The ids of a search or a category in an order that minds this shopper's likings: every one stays, none more than `maxMove`
   * places (8) from where it stood; ids of equal worth keep their order. Without a model or a past as they came.
   */
  rerank(itemIds: readonly string[], how?: RerankOptions): Promise<string[]>
  /** undefined until known, and without consent. With `predictions` and `lifecycle` once `ready` was asked or `segments` followed. */
  readonly profile: ReadonlySignal<Shopper | undefined>
  /**
   * Who the shopper is like; without consent by what this page alone says. While somebody follows it, each beginning and end is told
   * once in all tabs: by `segment_entered` and `segment_exited`, and to the page by `shopside:segment` where the rule is public.
   */
  readonly segments: ReadonlySignal<Membership[] | undefined>
  readonly orders: ReadonlySignal<Order[] | undefined>
  /** Lazy: reading it loads state and model, and makes all of the signals final. Never rejects. */
  readonly ready: Promise<void>
  /** For an item id up to three facts, strongest first; for a segment id the facts of its membership. [] when there is none. */
  explain(id: string): Promise<(Reason | SegmentFact)[]>
  /**
   * What the shopper told of themself: `declare({ name: 'Ada', birthday: '05-17', size: 'M' })`. At most 25 plain facts, of a birthday
   * month and day alone; `null` takes one back. Kept like any event, as consent has it.
   */
  declare(facts: Record<string, string | number | boolean | null>): Promise<Ack>
  /**
   * What rules may ask of this moment: `context({ weather: 'rain' })`. This page's memory alone; at most 25 plain values, texts of at
   * most 100 letters; `undefined` takes one away.
   */
  context(facts: Record<string, string | number | boolean | undefined>): void
  readonly consent: {
    readonly state: ReadonlySignal<ConsentState>
    /** `version`: of the notice that was answered. */
    set(answers: Partial<Record<Purpose, boolean>>, about?: { version?: string }): void
  }
  /** Adds a source of events or an answer to "add to basket". @returns takes it away again */
  use(connector: Connector): () => void
  export(): Promise<ExportFile>
  import(file: unknown): Promise<{ added: number; skipped: number; reason?: string }>
  /** Everything of ours in this browser, in all tabs; consent with it. Resolves once it reads back empty. */
  erase(): Promise<void>
  status(): Status
  /** Resolves to the best level that the events so far have reached. */
  flush(): Promise<Ack['level'] | 'mirrored'>
  dispose(): void
}

/** What is particular to one nudge's question: the page it stands on, and when it last spoke there. */
export type NudgeQuestion = Pick<CartNudgeInput, 'onCheckout' | 'spokeAt'>

/** What a widget may ask beside the public surface. Made once per page, when the first widget asks. */
export interface Client {
  readonly shop: Shopside
  /** `?shopside=off`: nothing is opened, fetched or drawn. */
  readonly isOff: boolean
  /** Says a warning once a page: to `onWarning`, else to the console on the developer's own machine. */
  warn(code: string, remedy: string): void
  /**
   * The shopper's own answers, by the switches of `<shopside-privacy>`: source `shopper`. A yes cannot overrule a consent tool's
   * no.
   */
  answer(answers: Partial<Record<Purpose, boolean>>): void
  /**
   * "Pause for today" in `<shopside-privacy>`: nothing new is remembered until then (epoch ms, a year at most); undefined: go on.
   */
  pause(untilMs: number | undefined): void
  now(): number
  readonly locale: string
  /** Who shows which product, and who may interrupt. */
  readonly claims: Claims
  /** Says what an element shows; a reason with a remedy goes to the console once on localhost. */
  report(element: Element, state: WidgetStatus['state'], reason?: string): void
  /** Memberships are kept for the first frame of the next page, while the shopper may be remembered. Never rejects. */
  keepSegments(): Promise<void>
  /** True when the option or a listener above `target` would answer: a card draws "Add" only then. Asked until somebody does. */
  canAdd(target?: Element): boolean
  /** Dispatches `shopside:add-to-cart` from `target` and waits for the shop's answer (10 s at most). */
  requestAdd(target: Element, items: Item[], source: AddToCartDetail['source']): Promise<AddResult>
  /** Follows one order's parcels in time, while `element` is near the viewport. Rejects when the file that asks cannot be had. */
  followOrder(orderId: string, element: Element): Promise<OrderFollowing>
  /** Loads what decides on the cart nudge; the function then answers at once from what is known at each call. */
  nudgeDecider(): Promise<(question: NudgeQuestion) => CartNudge>
  /** Profile, model and page settled as far as they can be: call before drawing. Never rejects. Resolves at once when settled. */
  settled(): Promise<void>
  /** The same of profile and page: the model, the most of what a page loads, is not asked for. */
  profileSettled(): Promise<void>
  /** The cart as known now: the shop's snapshot, else the fold. undefined when nothing is known. */
  readonly cart: ReadonlySignal<Cart | undefined>
  readonly model: ReadonlySignal<Model | undefined>
  /** Display facts of an item, by the model; without its price where the page counts in another currency. */
  product(itemId: string): Product | undefined
  /** Whether the catalogue has the item; undefined while there is no model. */
  knows(itemId: string): boolean | undefined
  /** As `shop.recommend`, by what is known already: the `live` option is not asked. */
  rank(request: PlacedRequest): Promise<Recommendation[]>
  /**
   * Asks the `live` option about items that are about to be drawn. True when something was learnt: then rank anew.
   * `sinceMs`: when the row began to wait, by `performance.now()`; it waits 800 ms in all.
   */
  askLive(itemIds: readonly string[], sinceMs: number): Promise<boolean>
  status(): Pick<Status, 'model' | 'match' | 'widgets'>
  /** What the shopper may see of the log, and take out of it. Rejects when its file cannot be had. */
  remembering(): Promise<Remembering>
  /** Changes whenever another tab, an erase or a consent change may have changed what is shown. */
  readonly epoch: ReadonlySignal<number>
}
