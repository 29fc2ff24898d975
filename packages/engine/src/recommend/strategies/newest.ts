import { defined } from '../defined.ts'
import type { RankContext } from '../rankContext.ts'
import type { Reason, Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'

/** New: what the shop has sold for the shortest time, newest first. Needs a model. */
export function newest(context: RankContext): Recommendation[] {
  const { model } = context
  const shelf = createShelf(context)
  for (const index of model.newest) {
    if (shelf.isFull()) break
    if (!shelf.isOpen(index)) continue
    const { category } = model.product(index)
    shelf.place(index, 1 / (shelf.cards.length + 1), 'new', [defined<Reason>({ kind: 'new', category })])
  }
  return shelf.cards
}
