import { habitReason } from '../habitReason.ts'
import { habits } from '../habits.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'

/** Buy again: the shopper's own habits, the strongest first, in the very variant bought. Needs a profile with orders. */
export function buyAgain(context: RankContext): Recommendation[] {
  const shelf = createShelf(context)
  for (const { item, score } of habits(context)) {
    if (!shelf.isFull()) shelf.placeOwn(item.memory, score, 'buy-again', habitReason(item))
  }
  return shelf.cards
}
