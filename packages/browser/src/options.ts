import type { Item, OrderStatus, PlacementRules } from '@shopside/engine'
import type { Purpose } from './client.ts'
import type { LiveOption } from './live/liveOption.ts'

export interface ShopsideOptions {
  /** Address of the model folder, ends with `/`; same origin or https. Absent: no model, page and profile alone. */
  model?: string
  /**
   * `required` (default): unknown until `consent.set`. `granted`: you have asked, or may store without asking.
   * A consent tool by its name, or `auto` for whichever of them is on the page (none: as `required`). An object maps its
   * categories otherwise.
   */
  consent?: 'required' | 'granted' | ConsentSourceName | 'auto' | { source: ConsentSourceName | 'auto'; map?: ConsentMap }
  /** Global Privacy Control turns `connectors` off; `true` lets it turn `personalize` off as well. @default false */
  privacySignalStopsPersonalize?: boolean
  /** Reads events from the page itself: JSON-LD, microdata, the data layer, marked elements … @default true */
  capture?: boolean | { dataLayer?: string; searchParameter?: string }
  /** Hosts beside the page's own whose pictures and links may be drawn (a picture CDN), exact. */
  hosts?: readonly string[]
  /** ISO 4217 code that this page's prices are in, where events do not say. */
  currency?: string
  /** BCP 47; default `<html lang>`, then navigator.language. */
  locale?: string
  /** Two shops on one origin: separate stores. Letters, digits, `-`; default `shop`. */
  shop?: string
  /** A clock, epoch ms; default Date.now. */
  now?: () => number
  /** The shop's own basket. Resolve: added; reject: not. */
  addToCart?: (items: Item[]) => Promise<unknown>
  /**
   * Answers for one order's parcels: a function that may reject (the widget shows the last state and its age), or an address with
   * `{order}` in it, same origin or https, that answers JSON and is asked again with its ETag.
   */
  orderStatus?: string | ((orderId: string) => Promise<OrderStatus>)
  /**
   * Price and stock of the few items that are about to be drawn, newer than the model: a function, or an address with `{ids}` in
   * it (on the page's own origin, or by https on one of `hosts`) that answers `{ "<id>": { "price", "currency", "available" } }`
   * as JSON. Waited for 800 ms at most; what is called sold out is not drawn. Whoever answers hears which items a browser is
   * about to show.
   */
  live?: LiveOption
  /** The shop's own say, by placement (attribute `placement`, `recommend({ placement })`). */
  rules?: Readonly<Record<string, PlacementRules>>
  /** The market that this page sells in, as the feed calls it. @default the market of the page's item; without either, all */
  market?: string
  /** Writes a refusal to localStorage too, so that the shop need not ask again. @default false */
  rememberRefusal?: boolean
  /** One line a kind, on localhost only by default; pass your own to collect them. */
  onWarning?: (code: string, remedy: string) => void
}

export type ConsentSourceName = 'google' | 'shopify' | 'cookiebot' | 'onetrust' | 'wordpress'

/** Which of a tool's categories decide on a purpose: all of them must be granted. */
export type ConsentMap = Partial<Record<Purpose, string | readonly string[]>>
