import { naming, placeRows } from '../placeRows.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'
import { subjects } from '../subjects.ts'

/**
 * What others looked at around this item, or around what lies in the basket, within one visit. Needs a model with visits, and an
 * item or a basket.
 */
export function alsoViewed(context: RankContext): Recommendation[] {
  const shelf = createShelf(context)
  placeRows(context, shelf, 'also-viewed', context.model.viewed, subjects(context).indices, naming(context, 'also-viewed'))
  return shelf.cards
}
