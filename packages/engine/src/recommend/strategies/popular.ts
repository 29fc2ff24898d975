import { placeInOrder } from '../placeInOrder.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation, StrategyName } from '../recommendation.ts'
import type { Shelf } from '../shelf.ts'
import { createShelf } from '../shelf.ts'

/**
 * Popular: by distinct customers of the recent weeks, as far as enough of them bought it; by visitors, where a model knows of
 * looks alone. Needs a model with such an order.
 */
export function popular(context: RankContext): Recommendation[] {
  const shelf = createShelf(context)
  placePopular(context, shelf)
  return shelf.cards
}

/**
 * Fills what is left of a shelf with popular items, each scored below the card before it.
 * @param strategy whose cards they are: another one's when it promises nothing that they do not keep. @default popular
 * @param most items to look at. @default as `placeInOrder`
 */
export function placePopular({ model }: RankContext, shelf: Shelf, strategy: StrategyName = 'popular', most?: number): void {
  placeInOrder(shelf, model.popular.subarray(0, model.popularKnown), strategy, () => ({ kind: 'popular' }), most)
}
