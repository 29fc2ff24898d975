import { placeInOrder } from '../placeInOrder.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'

/**
 * Rising: what more shoppers buy than before (or look at, in a model of looks alone), strongest rise first. Needs a model with
 * trends.
 */
export function trending(context: RankContext): Recommendation[] {
  const shelf = createShelf(context)
  const { trending: risen, params } = context.model
  placeInOrder(shelf, risen, 'trending', () => ({ kind: 'trending', ...(params.listsByLooks && { by: 'looks' }) }))
  return shelf.cards
}
