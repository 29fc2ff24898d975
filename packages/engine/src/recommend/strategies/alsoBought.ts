import { naming, placeRows } from '../placeRows.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'
import { subjects } from '../subjects.ts'

/**
 * What those bought in the end who looked at this item, or at what lies in the basket. Needs a model with visits, and an item or
 * a basket.
 */
export function alsoBought(context: RankContext): Recommendation[] {
  const shelf = createShelf(context)
  placeRows(
    context, shelf, 'also-bought', context.model.boughtAfterView, subjects(context).indices, naming(context, 'bought-after-view'),
  )
  return shelf.cards
}
