import type { OwnLook } from '../next/visitOf.ts'
import { visitOf } from '../next/visitOf.ts'
import { nextSeeds } from '../next/nextSeeds.ts'
import { scoreVisit } from '../next/scoreVisit.ts'
import { placeRelated } from '../placeRelated.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'

/**
 * Next: what shoppers look at after what was looked at in this visit, without the items seen. Needs a model learnt from visits.
 * Without a profile, or before its first look, the page's own item is the visit.
 */
export function next(context: RankContext): Recommendation[] {
  const { input, model, board } = context
  const { profile, page: { item }, now } = input
  const shelf = createShelf(context)
  const looks = visitOf(profile, now)
  if (item && !looks.some(look => look.itemId === item.item_id)) looks.push({ itemId: item.item_id, times: 1, lastAt: now })
  const known: (OwnLook & { index: number })[] = []
  for (const look of looks) {
    const index = board.indexOf(look.itemId)
    if (index >= 0) shelf.skip(index)
    const isUnwanted = input.notForMe?.has(look.itemId) || (profile && Object.hasOwn(profile.notForMe, look.itemId))
    if (index >= 0 && !isUnwanted) known.push({ ...look, index })
  }
  const visit = { items: known.map(look => look.index), times: known.map(look => look.times) }

  const params = { ...model.params.next, reminder: 0 }
  scoreVisit(board, model.viewed, visit, params)
  const seeds = nextSeeds(model, visit, params, place => {
    const { index, itemId, times, lastAt } = known[place]!
    return { kind: 'viewed-item', itemId, title: model.product(index).title, times, lastAt }
  })
  placeRelated(context, shelf, seeds, 'next', { isScored: true })
  return shelf.cards
}
