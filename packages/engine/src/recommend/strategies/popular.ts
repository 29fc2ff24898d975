import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import type { Shelf } from '../shelf.ts'
import { createShelf } from '../shelf.ts'

/** Popular: by distinct customers of the recent weeks, as far as enough of them bought it. Needs a model with orders. */
export function popular(context: RankContext): Recommendation[] {
  const shelf = createShelf(context)
  placePopular(context, shelf)
  return shelf.cards
}

/** Fills what is left of a shelf with popular items, each scored below the card before it. */
export function placePopular({ model }: RankContext, shelf: Shelf): void {
  const ceiling = shelf.cards.at(-1)?.score ?? 1
  for (const [rank, index] of model.popular.subarray(0, model.popularKnown).entries()) {
    if (shelf.isFull()) return
    if (shelf.isOpen(index)) shelf.place(index, ceiling / (rank + 2), 'popular', [{ kind: 'popular' }])
  }
}
