import { placeOwnItems } from '../placeOwnItems.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'
import { viewedItems } from '../viewedItems.ts'

/**
 * Sold out when the shopper looked, by its own page, and here again by what is known since. Newest look first. Needs a model and
 * a profile.
 */
export function backInStock(context: RankContext): Recommendation[] {
  const { board, isInStock, input: { profile } } = context
  const shelf = createShelf(context)
  placeOwnItems(shelf, viewedItems(profile), 'back-in-stock', ({ item, lastViewedAt }) => {
    const index = item.in_stock === false ? board.indexOf(item.item_id) : -1
    return lastViewedAt && index >= 0 && isInStock(index) ? { kind: 'back-in-stock', lastAt: lastViewedAt } : undefined
  })
  return shelf.cards
}
