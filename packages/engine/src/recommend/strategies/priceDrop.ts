import { placeOwnItems } from '../placeOwnItems.ts'
import { pricedProduct } from '../pricedProduct.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'
import { viewedItems } from '../viewedItems.ts'

/** A drop of less than this share is a rounding, not news. */
const leastDrop = 0.03

/**
 * Cheaper than when the shopper looked: by what its page said then and the catalogue says since, in one currency. Newest look
 * first. Needs a model and a profile.
 */
export function priceDrop(context: RankContext): Recommendation[] {
  const { board, input: { profile } } = context
  const shelf = createShelf(context)
  placeOwnItems(shelf, viewedItems(profile), 'price-drop', ({ item, currency, pricedAt = Infinity }) => {
    const index = board.indexOf(item.item_id)
    if (index < 0 || item.price === undefined || currency === undefined) return undefined
    const { price = Infinity, priceAt = 0, currency: own } = pricedProduct(context, index)
    return own === currency && priceAt > pricedAt && price <= item.price * (1 - leastDrop)
      ? { kind: 'price-drop', price, before: item.price, currency, lastAt: pricedAt } : undefined
  })
  return shelf.cards
}
