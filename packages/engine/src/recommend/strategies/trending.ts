import { placeInOrder } from '../placeInOrder.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'

/** Rising: what more shoppers buy than before, strongest rise first. Needs a model with trends. */
export function trending(context: RankContext): Recommendation[] {
  const shelf = createShelf(context)
  placeInOrder(shelf, context.model.trending, 'trending', () => ({ kind: 'trending' }))
  return shelf.cards
}
