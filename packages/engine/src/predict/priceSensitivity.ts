import type { PurchaseMark } from '../profile/profile.ts'
import type { PriceSensitivity } from './predictions.ts'

/** The store's share weighs as much as so many lines of the shopper's own. */
const storeWeight = 5
/** Half of what is bought, one and a half times the store's share, from so many orders on. */
const leastShare = 0.5
const leastLift = 1.5
const fewestOrders = 3

/** What was bought below list price, and how that stands to the store. */
export interface Discounts {
  /** Shrunk towards the store's. */
  share: number
  storeShare: number
  discounted: number
  judged: number
  orders: number
}

/**
 * Share of order lines bought below list price, `(d + 5 store) / (n + 5)`. Relative to the store's own share: where everything is
 * always reduced, nobody is price-sensitive.
 *
 * @returns undefined when the store's share is not known, or of no order it is known what was reduced
 */
export function priceSensitivityOf(marks: readonly PurchaseMark[], storeShare: number | undefined): Discounts | undefined {
  let [discounted, judged, orders] = [0, 0, 0]
  for (const mark of marks) {
    if (mark.judged === undefined) continue
    discounted += mark.discounted ?? 0
    judged += mark.judged
    orders++
  }
  if (storeShare === undefined || judged === 0) return undefined
  return { share: (discounted + storeWeight * storeShare) / (judged + storeWeight), storeShare, discounted, judged, orders }
}

export function isPriceSensitive(discounts: Discounts | undefined): boolean {
  return discounts !== undefined && discounts.orders >= fewestOrders
    && discounts.share >= Math.max(leastShare, leastLift * discounts.storeShare)
}

/** The same as a prediction. */
export function toPriceSensitivity(discounts: Discounts): PriceSensitivity {
  const { share, storeShare, orders } = discounts
  return { share, storeShare, purchases: orders, sensitive: isPriceSensitive(discounts) }
}
