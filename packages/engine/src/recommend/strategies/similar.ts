import { placeRows } from '../placeRows.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'
import { similarReason } from '../similarReason.ts'
import { subjects } from '../subjects.ts'

/** More like this: by design, kind, category and words of the title. Needs a model; orders are not needed. */
export function similar(context: RankContext): Recommendation[] {
  const { model } = context
  const shelf = createShelf(context)
  placeRows(context, shelf, 'similar', model.similar, subjects(context).indices,
    (index, neighbour) => similarReason(model, index, neighbour))
  return shelf.cards
}
