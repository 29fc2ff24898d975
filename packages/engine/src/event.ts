import type { Item } from './item.ts'

/** Milliseconds since 1970-01-01T00:00:00Z, by the shop's clock (`createShopside({ now })`). */
export type EpochMs = number

/** Money belongs to an event: `value` in major units, `currency` an ISO 4217 code. Absent stays absent. */
export interface Money {
  currency?: string
  value?: number
}

/** Where a list was shown. `item_list_id` is `shopside_<placement>` for our own rows. */
export interface ListParams {
  item_list_id?: string
  item_list_name?: string
  items: Item[]
  shopside_strategy?: string
  shopside_placement?: string
}

/** A nudge or offer. `promotion_id` is stable, e.g. `cart-nudge`. */
export interface PromotionParams {
  promotion_id: string
  promotion_name?: string
  creative_slot?: string
}

/**
 * Every event that Shopside knows, by GA4's names; ours stand beside them.
 * The stored form `ShopEvent` is derived from this map, so that the two cannot disagree.
 */
export interface ShopEventMap {
  page_view: PageParams
  view_item: Money & { items: Item[] }
  view_item_list: ListParams
  select_item: ListParams
  search: { search_term: string }
  add_to_cart: Money & { items: Item[]; shopside_strategy?: string; shopside_placement?: string }
  remove_from_cart: Money & { items: Item[] }
  /** The whole basket as the shop knows it: a snapshot. An empty `items` means an empty basket. `cart_token` names the basket itself. */
  view_cart: Money & { items: Item[]; cart_token?: string }
  begin_checkout: Money & { items: Item[]; cart_token?: string }
  /** `inferred`: nobody said so; concluded from a checkout begun, an emptied basket and a new token. For suppression, never for revenue. */
  purchase: Money & { transaction_id: string; items: Item[]; inferred?: boolean }
  /** Active time with these items in view: the page visible, the shopper not idle. Said once, when the page is left. */
  user_engagement: { items: Item[]; engagement_time_msec: number }
  view_promotion: PromotionParams
  select_promotion: PromotionParams
  dismiss_promotion: PromotionParams
  /** `undone: true` takes an earlier one back. */
  not_for_me: { items: Item[]; undone?: boolean }
  more_like_this: { items: Item[] }
  /** "Hide this order": it stays counted, and is no longer shown on this device. */
  hide_order: { transaction_id: string }
  /** What the shopper told of themself (`shop.declare`), made plain by `toDeclared`; `null` takes a fact back. */
  declare: { facts: Record<string, string | number | boolean | null> }
  consent_changed: { purpose: string; state: string; source?: string }
  /** A membership began, or ended: told once each, whatever number of tabs saw it. */
  segment_entered: { segment_id: string }
  segment_exited: { segment_id: string }
  /**
   * Evidence taken back: about these items, a search, an order, or one kind of it. What is named is taken out of the raw log too;
   * names may stand as their `forgottenName`. `guess` (`segment:<id>`, `category:<name>`, `kind:<name>`): a conclusion called wrong.
   */
  forget: {
    items?: Item[]; search_term?: string; transaction_id?: string; what?: 'items' | 'baskets' | 'searches' | 'orders' | 'declared'
    /** Name of a declared fact. */
    fact?: string
    guess?: string; undone?: boolean
  }
  /** An event that is no name of ours, under its own name: kept for the shop and its connectors, never folded. */
  custom: CustomParams
  /** Written by the log itself: raw events before `until` now live in the base record only. */
  compacted: { until: EpochMs; count: number }
}

/** Where the page was come to from. Never an address: its host; never a click id: only which kinds were there, in one text. */
export interface PageParams {
  page_type?: string
  referrer_host?: string
  source?: string
  medium?: string
  campaign?: string
  /** Names of the click ids present in the address, sorted, joined by a space: `gclid msclkid`. */
  click_ids?: string
}

export type EventName = keyof ShopEventMap

/** At most 25 plain values beside the name: texts of at most 100 letters without addresses and long numbers, finite numbers, yes or no. */
export interface CustomParams {
  event_name: string
  [key: string]: string | number | boolean
}

/** One fact. `id` is unique for ever: `<time>-<tab>-<counter>-<place in batch>`, so ids sort by time. */
export type ShopEvent = {
  [Name in EventName]: { id: string; at: EpochMs; name: Name; params: ShopEventMap[Name]; page?: string }
}[EventName]

/** What `normalise` makes of a call, before it has a time, an id and a page. */
export type EventDraft = { [Name in EventName]: { name: Name; params: ShopEventMap[Name] } }[EventName]
