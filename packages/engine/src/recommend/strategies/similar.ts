import { rowOf } from '../../model/rowOf.ts'
import { placeRelated } from '../placeRelated.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { link } from '../seed.ts'
import { createShelf } from '../shelf.ts'
import { similarReason } from '../similarReason.ts'
import { subjects } from '../subjects.ts'

/** More like this: by design, kind, category and words of the title. Needs a model; orders are not needed. */
export function similar(context: RankContext): Recommendation[] {
  const { model } = context
  const shelf = createShelf(context)
  placeRelated(context, shelf, subjects(context).indices.map(index => ({
    index, weight: 1, links: [link(rowOf(model.similar, index), 1)], reason: neighbour => similarReason(model, index, neighbour),
  })), 'similar')
  return shelf.cards
}
