import type { RankContext } from './rankContext.ts'
import type { Recommendation, StrategyName } from './recommendation.ts'

/**
 * What a strategy cannot do without. Of the model: `model` (any at all), `orders` and `visits` (learnt from them; an order by
 * visitors stands for orders where nothing was ever sold), `trends`. Of the page and the request: `item` (asked for, or the
 * page's own), `subject` (such an item, or a line in the basket), `basket`, `item-ids`, `free-shipping-from`. Of the shopper:
 * `past` (a profile), `own-views`, `own-orders`.
 */
export type Need =
  | 'model' | 'orders' | 'visits' | 'trends'
  | 'item' | 'subject' | 'basket' | 'item-ids' | 'free-shipping-from'
  | 'past' | 'own-views' | 'own-orders'

/** A way to recommend. Pure and synchronous. */
export interface Strategy {
  readonly name: StrategyName
  /** It is not asked, and has no cards, while one of these is missing. Having all of them promises no card. */
  readonly needs: readonly Need[]
  /**
   * Strategies to ask instead, in this order, while it has too few cards: each card says which one made it. Empty for lists about
   * the shopper's own past and for the shop's own choice: there is no honest other.
   */
  readonly fallback: readonly StrategyName[]
  /** The cards, best first, at most `context.limit`; called only while all needs are met. */
  cards(context: RankContext): Recommendation[]
}
