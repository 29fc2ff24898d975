import { forYouSeeds } from '../forYouSeeds.ts'
import { placeRelated } from '../placeRelated.ts'
import { mostPriced, pricedProduct } from '../pricedProduct.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'
import { placePopular } from './popular.ts'

/** An item may cost this share of the whole sum more than is missing: somebody wants the delivery free, not another order. */
const marginShare = 0.2

/**
 * What brings the basket to free delivery: one item that costs what is missing, or little more. Ranked by what the basket and the shopper's
 * own past speak for, then by popularity. Silent while one price in the basket is unknown.
 * Needs a model with prices, a basket and `freeShippingFrom`.
 */
export function freeShippingGap(context: RankContext): Recommendation[] {
  const from = context.request.freeShippingFrom!
  const value = basketValue(context)
  if (!value || !(from > value.sum)) return []
  const { currency } = value
  // Four digits are the most that a currency of ISO 4217 has.
  const gap = Math.round((from - value.sum) * 1e4) / 1e4

  const shelf = createShelf(context)
  const { isOpen, place } = shelf
  shelf.isOpen = index => {
    if (!isOpen(index)) return false
    const { price = 0, currency: own } = pricedProduct(context, index)
    return own === currency && price >= gap && price <= gap + from * marginShare
  }
  shelf.place = (index, score, strategy, reasons) =>
    place(index, score, strategy, [...reasons.slice(0, 2), { kind: 'free-shipping', gap, currency }])
  placeRelated(context, shelf, forYouSeeds(context), 'free-shipping-gap')
  placePopular(context, shelf, 'free-shipping-gap', mostPriced)
  return shelf.cards
}

/** Sum of the basket, by its own prices, else by the catalogue's; undefined while one is unknown or currencies differ. */
function basketValue(context: RankContext): { sum: number; currency: string } | undefined {
  const { model, board, lines, input } = context
  const currency = (input.cart ?? input.profile?.cart)?.currency ?? input.currency ?? model.currency
  let sum = 0
  for (const { item_id: id, price, quantity } of lines) {
    const index = board.indexOf(id)
    const product = index < 0 ? undefined : pricedProduct(context, index)
    const unit = price ?? (product?.currency === currency ? product?.price : undefined)
    if (unit === undefined) return undefined
    sum += unit * quantity
  }
  return currency === undefined ? undefined : { sum, currency }
}
