import { lineVoice } from '../lineVoice.ts'
import { pairReason } from '../pairReason.ts'
import { naming, placeRows } from '../placeRows.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'
import { subjects } from '../subjects.ts'

/**
 * Bought together with the item asked for, or with what lies in the basket, its newest lines first of all. Needs a model with
 * pairs.
 * As a bundle: one of each kind, none of the kind of the item itself.
 */
export function boughtTogether(context: RankContext): Recommendation[] {
  const { model, request } = context
  const { indices, inCart } = subjects(context)
  const shelf = request.bundle ? createShelf(context, 1, indices.map(model.kind)) : createShelf(context)
  placeRows(context, shelf, 'bought-together', model.boughtWith, indices,
    inCart ? naming(context, 'in-cart') : (index, neighbour) => pairReason(model, index, neighbour),
    (place, count) => lineVoice(model.params, place, count))
  return shelf.cards
}
