import { placeOwnItems } from '../placeOwnItems.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'
import { viewedItems } from '../viewedItems.ts'

/** Looked at: the shopper's own items, newest first. Needs a profile; works without a model. */
export function recentlyViewed(context: RankContext): Recommendation[] {
  const shelf = createShelf(context)
  placeOwnItems(shelf, viewedItems(context.input.profile), 'recently-viewed', ({ lastViewedAt: lastAt, views: times }) =>
    lastAt ? { kind: 'seen-before', lastAt, times } : undefined)
  return shelf.cards
}
