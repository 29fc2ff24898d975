import type { Cart, CartLine } from '../cart.ts'
import type { EpochMs } from '../event.ts'
import type { Item } from '../item.ts'
import type { Order } from '../order.ts'
import type { Watched } from '../segments/watched.ts'

/** What one item has meant to this shopper. Counts are whole numbers; times are the latest of their kind. */
export interface ItemMemory {
  /** As last reported by the page, without `index` and `quantity`: enough to draw a card when no model is there. */
  item: Item
  /** ISO 4217 code of `item.price`; absent when the event named none. */
  currency?: string
  /** When `item.price` was true. */
  pricedAt?: EpochMs
  views: number
  firstViewedAt?: EpochMs
  lastViewedAt?: EpochMs
  /** Times put into the basket. */
  adds: number
  lastAddedAt?: EpochMs
  /** The latest basket report that counted: units put in (> 0) or taken out (< 0). Its doubles within 2 s are told by it. */
  reported?: { at: EpochMs; units: number }
  /** Distinct orders that held it. */
  orders: number
  /** Times of those orders, oldest first, at most the last 12. */
  orderedAt: EpochMs[]
  /** Units in the latest order. */
  lastQuantity?: number
  /** Active time with it in view, milliseconds over all views. */
  dwellMs?: number
  /** In an order that nobody told of and that was concluded; gone once a told order holds it. In no count. */
  inferredAt?: EpochMs
  /** How much was done with it, decayed: what tastes are told by. */
  interest?: Interest
  /** Pressed "More like this". */
  wantedAt?: EpochMs
}

/**
 * Looks, clicks and adds of one item as two decayed sums (`noteInterest`): what each act weighs halves every `tasteHalfLifeDays`. Sums at
 * `at`; they do not depend on the order in which acts become known. Wishes and orders have times of their own and are not in it.
 */
export interface Interest {
  /** Time of the newest act: what the sums are counted at. */
  at: EpochMs
  /** Time of the oldest act. */
  from: EpochMs
  /** Sums with the short half-life (departments, kinds) and the long one (brands, makers, colours, labels). */
  short: number
  long: number
  /** Acts. */
  events: number
}

/** One order in figures. The newest are kept one by one (`Purchases.marks`). */
export interface PurchaseMark {
  at: EpochMs
  /** Major units: as the order said, else the sum of its lines' prices; absent when neither is known. */
  value?: number
  /** ISO 4217 code of `value`. */
  currency?: string
  /** Units, and order lines (distinct items). */
  units: number
  lines: number
  /** Lines that were bought below their list price, and of how many lines that is known; absent: of none. */
  discounted?: number
  judged?: number
}

/** All orders in figures: marks of the newest, sums of those before them. */
export interface Purchases {
  /** By time, at most 400. */
  marks: PurchaseMark[]
  /**
   * What the older ones came to. `days` as they were counted then: UTC days, none of which is that of a mark. `firstValue`: the part of
   * `value` that the first of all days brought.
   */
  older?: { orders: number; days: number; firstAt: EpochMs; lastAt: EpochMs; value: number; firstValue: number }
}

/** What the shopper said of themself, or the shop on their behalf (`declare`): plain values, never concluded. */
export interface DeclaredFact {
  value: string | number | boolean
  at: EpochMs
}

/** A nudge's history: show times (newest last, at most 10), dismissals, and the latest of each. */
export interface PromotionMemory {
  shownAt: EpochMs[]
  dismissals: number
  dismissedAt?: EpochMs
}

/**
 * The basket as the shopper left it at an earlier visit, until it is bought, forgotten or taken apart by the shopper.
 * It survives a shop that has lost it: `Profile.cart` is what is there now, this is what was left.
 */
export interface RememberedCart {
  lines: CartLine[]
  currency?: string
  /** Last change of those lines. */
  at: EpochMs
}

/**
 * The fold of the log: everything that this device knows of its shopper. Plain data; times are epoch ms of the shop's clock.
 * A pure function of the events in key order; `foldEvents` (`advance`) is its only writer.
 *
 * Records are keyed by strings from outside (`__proto__` arrives): the fold makes them without a prototype, but
 * structuredClone and JSON give the prototype back, so look up with `recall` or `Object.hasOwn`, never with `in` or a bare index.
 */
export interface Profile {
  firstAt?: EpochMs
  lastAt?: EpochMs
  /** Visits so far; a visit ends after 30 minutes without an event, across tabs. */
  visits: number
  visitStartedAt?: EpochMs
  /** Start of the second visit: since when this is a returning shopper. */
  returnedAt?: EpochMs
  /** End of the visit before this one. */
  previousVisitAt?: EpochMs
  /** Starts of the newest visits, oldest first, at most 100: hours and weekdays are told by them. */
  visitStarts?: EpochMs[]
  /** By item id. At most 500: the longest untouched leave first, ordered ones last. */
  items: Record<string, ItemMemory>
  /** Item ids viewed, newest last, distinct, at most 50. */
  viewed: string[]
  cart: Cart
  /** Last snapshot of the basket, changed or not. */
  snapshotAt?: EpochMs
  rememberedCart?: RememberedCart
  /** Latest order that held a line of the basket: lines that came in by then are settled, no nudge speaks of them. */
  cartClosedAt?: EpochMs
  /** Latest checkout begun; gone with the next order. */
  checkoutAt?: EpochMs
  /** Latest order that was only concluded (`purchase` with `inferred`): for silence, in no count and shown nowhere. */
  inferredOrderAt?: EpochMs
  /** "Don't remember baskets" (`forget` with `what: 'baskets'`): since then none is remembered. */
  basketsOffAt?: EpochMs
  /** Newest last, at most 50 shown; ids of all stay in `orderIds`. */
  orders: Order[]
  /** Every order id ever counted: 64-bit hashes, so that an id counts once for ever. */
  orderIds: Record<string, 1>
  /** Every order in figures: what lifecycle, RFM and predictions are functions of. */
  purchases?: Purchases
  /** By name (`name`, `birthday`, `size`); at most 25. */
  declared?: Record<string, DeclaredFact>
  /** Purchase days are merged: distinct UTC days with an order. */
  purchaseDays: number
  /** Sum of units over all orders. */
  orderedUnits: number
  /** Time of "not for me" by item id; at most 500, the newest stay. */
  notForMe: Record<string, EpochMs>
  /** By promotion id; at most 50, the latest shown or dismissed stay. */
  promotions: Record<string, PromotionMemory>
  /** When the shopper called a conclusion wrong, by its name (`segment:lapsed`, `category:Garden`); at most 50. */
  wrongGuesses?: Record<string, EpochMs>
  /** Segments whose beginning was told (`segment_entered`) and whose end was not, by id: since when. At most 300. */
  told?: Record<string, EpochMs>
  /** What the shop's rules remember of events. */
  watched?: Watched
  /** Newest last, at most 20. */
  searches: { term: string; at: EpochMs }[]
}
