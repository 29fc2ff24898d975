import { placeInOrder } from '../placeInOrder.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'

/** The shop's own choice, in its order; what it no longer has is passed over. Needs `itemIds`. */
export function handPicked(context: RankContext): Recommendation[] {
  const shelf = createShelf(context)
  placeInOrder(shelf, (context.request.itemIds ?? []).map(context.board.indexOf), 'hand-picked', () => ({ kind: 'hand-picked' }))
  return shelf.cards
}
