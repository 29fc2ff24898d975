import type { EpochMs } from '../event.ts'
import type { Product } from '../product.ts'
import type { PlacementRules } from './rules/placementRules.ts'

/** A way to recommend. */
export type StrategyName =
  | 'for-you' | 'next' | 'similar' | 'also-viewed' | 'bought-together' | 'also-bought' | 'complete-the-basket' | 'after-purchase'
  | 'buy-again' | 'recently-viewed' | 'continue' | 'popular' | 'trending' | 'new' | 'price-drop' | 'back-in-stock' | 'upsell'
  | 'free-shipping-gap' | 'seasonal' | 'hand-picked'

/**
 * Why a card is there: facts, never words (the widget's `messages/` say them). `itemId`/`title` name the evidence.
 * `oneIn`: "bought with this by 1 in n", only where at least 30 shoppers bought the named item.
 */
export type Reason =
  | { kind: 'viewed-item'; itemId: string; title: string; times: number; lastAt: EpochMs }
  | { kind: 'wanted-more'; itemId: string; title: string }
  | { kind: 'in-cart'; itemId: string; title: string }
  | { kind: 'ordered-item'; itemId: string; title: string; lastAt: EpochMs }
  | { kind: 'bought-with'; itemId: string; title: string; oneIn?: number }
  | { kind: 'similar-to'; itemId: string; title: string; shared: 'design' | 'kind' | 'category' | 'words'; value?: string }
  | { kind: 'buy-again'; lastAt: EpochMs; times: number; lastQuantity: number; everyDays?: number }
  | { kind: 'seen-before'; lastAt: EpochMs; times: number }
  | { kind: 'new'; category?: string }
  | { kind: 'popular'; category?: string }
  /** More shoppers buy it than before; look at it, where nothing is known of purchases. */
  | { kind: 'trending'; by?: 'looks' }
  /** Looked at around the named item, or bought after a look at it. */
  | { kind: 'also-viewed'; itemId: string; title: string }
  | { kind: 'bought-after-view'; itemId: string; title: string }
  /** Was put into the basket, and is neither there now nor bought. */
  | { kind: 'was-in-cart'; lastAt: EpochMs }
  /** Major units of `currency`: `before` is what its page said at `lastAt`, `price` what holds now. */
  | { kind: 'price-drop'; price: number; before: number; currency: string; lastAt: EpochMs }
  /** Its page called it sold out at `lastAt`. */
  | { kind: 'back-in-stock'; lastAt: EpochMs }
  /** Brings the basket to free delivery, which it is `gap` short of: major units of `currency`. */
  | { kind: 'free-shipping'; gap: number; currency: string }
  /** Its share of sales in `month` (0 = January) is `lift` times that of the whole shop (`Model.seasonLift`); 1.5 or more. */
  | { kind: 'in-season'; month: number; lift: number }
  /** The shop chose it. */
  | { kind: 'hand-picked' }

/** A colour twin offered as a dot on the card. */
export interface Twin {
  itemId: string
  colour?: string
  url?: string
}

export interface Recommendation {
  item: Product
  /** >= 0, larger is better; comparable within one list only. */
  score: number
  /** The strongest evidence; `reasons` holds up to three, strongest first. */
  reason: Reason
  reasons: Reason[]
  /** What really produced this card: after a fallback it is not what was asked for. The heading must follow it. */
  strategy: StrategyName
  twins: Twin[]
}

/** What a list is asked for. `limit` counts cards, default 8. */
export interface RecommendRequest {
  strategy: StrategyName
  /** The item this page is about: needed by bought-together and similar. Defaults to the page's own `view_item`. */
  itemId?: string
  limit?: number
  /** Item or group ids not to show whatever their score: already on the page, claimed by another row. Colour twins go with them. */
  exclude?: Iterable<string>
  /**
   * A set to be bought together with the item: one of each kind, none of the item's own kind, pairs alone (no fallback).
   * Only with `bought-together`; items without a kind are not limited. @default false
   */
  bundle?: boolean
  /** Shop's wish to show sold-out items too. @default false */
  allowSoldOut?: boolean
  /** The shop's own say: filters, fixed places, weights. Read field by field; a field that is none of these is left out. */
  rules?: PlacementRules
  /** The shop's own choice for `hand-picked`, in its order. */
  itemIds?: readonly string[]
  /** Basket value from which delivery is free, for `free-shipping-gap`. Major units of the page's currency, above 0. */
  freeShippingFrom?: number
  /** Days that a price may be spoken of after it was true, as the widget's `price-max-age`. @default 7 */
  priceMaxAgeDays?: number
}
