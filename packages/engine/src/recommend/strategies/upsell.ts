import { itemsOfKind } from '../itemsOfKind.ts'
import { placeInOrder } from '../placeInOrder.ts'
import { mostPriced, pricedProduct } from '../pricedProduct.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'
import { similarReason } from '../similarReason.ts'
import { subjects } from '../subjects.ts'

/** How many times the price a step up costs. Chosen, not measured: less is no step, more is another purse. */
const leastTimes = 1.05
const mostTimes = 1.6

/**
 * A step up: the same kind of object at 1.05 to 1.6 times the price, the more popular first.
 * Needs an item, and a model with kinds and with prices that may be spoken of.
 */
export function upsell(context: RankContext): Recommendation[] {
  const { model } = context
  const shelf = createShelf(context)
  const { indices: [subject], inCart } = subjects(context)
  if (subject === undefined || inCart) return []
  const { price } = pricedProduct(context, subject)
  if (!model.kind(subject) || !price) return []
  const { isOpen } = shelf
  shelf.isOpen = index => {
    if (!isOpen(index)) return false
    const times = (pricedProduct(context, index).price ?? 0) / price
    // 8.61 / 8.20 is 1.0499… in binary: what is within a billionth of an end is at it.
    return times > leastTimes - 1e-9 && times < mostTimes + 1e-9
  }
  placeInOrder(shelf, itemsOfKind(model, subject), 'upsell', index => similarReason(model, subject, index), mostPriced)
  return shelf.cards
}
