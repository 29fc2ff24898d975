import { rowOf } from '../../model/rowOf.ts'
import { pairReason } from '../pairReason.ts'
import { placeRelated } from '../placeRelated.ts'
import type { RankContext } from '../rankContext.ts'
import type { Reason, Recommendation } from '../recommendation.ts'
import { link } from '../seed.ts'
import { createShelf } from '../shelf.ts'
import { subjects } from '../subjects.ts'

/**
 * Bought together with the item asked for, or with what lies in the basket. Needs a model with pairs.
 * As a bundle: one of each kind, none of the kind of the item itself.
 */
export function boughtTogether(context: RankContext): Recommendation[] {
  const { model, request } = context
  const { indices, inCart } = subjects(context)
  const shelf = request.bundle ? createShelf(context, 1, indices.map(model.kind)) : createShelf(context)
  const inCartReason = (index: number): Reason => {
    const { itemId, title } = model.product(index)
    return { kind: 'in-cart', itemId, title }
  }
  placeRelated(context, shelf, indices.map(index => ({
    index,
    weight: 1,
    links: [link(rowOf(model.boughtWith, index), 1)],
    reason: neighbour => inCart ? inCartReason(index) : pairReason(model, index, neighbour),
  })), 'bought-together')
  return shelf.cards
}
