import type { EpochMs } from '../event.ts'
import type { Product } from '../product.ts'

/** A way to recommend. */
export type StrategyName =
  | 'for-you' | 'next' | 'similar' | 'also-viewed' | 'bought-together' | 'also-bought' | 'complete-the-basket' | 'after-purchase'
  | 'buy-again' | 'recently-viewed' | 'continue' | 'popular' | 'trending' | 'new' | 'price-drop' | 'back-in-stock' | 'upsell'
  | 'free-shipping-gap' | 'seasonal' | 'hand-picked'

/**
 * Why a card is there: facts, never words (the widget's `messages/` say them). `itemId`/`title` name the evidence.
 * `oneIn`: "bought with this by 1 in n", only where at least 20 shoppers bought the named item.
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
}
