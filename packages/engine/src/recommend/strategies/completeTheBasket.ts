import { lineVoice } from '../lineVoice.ts'
import { naming, placeRows } from '../placeRows.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'

/**
 * What the whole basket is bought with, its newest lines first of all: one of each kind, and no kind that the basket has. Items without a
 * kind are not limited. Needs a model with pairs, and a basket.
 */
export function completeTheBasket(context: RankContext): Recommendation[] {
  const { model, board, lines } = context
  const indices = lines.map(line => board.indexOf(line.item_id)).filter(index => index >= 0)
  const shelf = createShelf(context, 1, indices.map(model.kind))
  placeRows(context, shelf, 'complete-the-basket', model.boughtWith, indices, naming(context, 'in-cart'),
    (place, count) => lineVoice(model.params, place, count))
  return shelf.cards
}
