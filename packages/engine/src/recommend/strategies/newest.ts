import { defined } from '../defined.ts'
import { placeInOrder } from '../placeInOrder.ts'
import type { RankContext } from '../rankContext.ts'
import type { Reason, Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'

/** New: what the shop has sold for the shortest time, newest first. Needs a model. */
export function newest(context: RankContext): Recommendation[] {
  const { model } = context
  const shelf = createShelf(context)
  placeInOrder(shelf, model.newest, 'new', index => defined<Reason>({ kind: 'new', category: model.product(index).category }))
  return shelf.cards
}
