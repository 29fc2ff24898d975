import type { Product } from '../product.ts'
import type { RecommendInput } from './recommendInput.ts'
import type { RecommendRequest } from './recommendation.ts'

const dayMs = 86_400_000
/** What a catalogue said a week ago is mostly still so; where not, `priceMaxAgeDays` says otherwise. */
const defaultMaxAgeDays = 7
const moneyFields = ['price', 'priceAt', 'currency', 'listPrice'] as const

/**
 * The card's price as it may be shown: what the shop says now goes before the catalogue. One in another currency than the page's
 * is never converted and never shown, and none that is older than the request allows. Unknown on one side is no contradiction.
 */
export function sayPrice(item: Product, { live, currency, now }: RecommendInput, { priceMaxAgeDays }: RecommendRequest): void {
  const fact = live?.get(item.itemId)
  if (fact?.price !== undefined) {
    delete item.listPrice
    item.price = fact.price
    item.priceAt = now
    const own = fact.currency ?? currency
    if (own !== undefined) item.currency = own
  }
  const isForeign = currency !== undefined && item.currency !== undefined && item.currency !== currency
  const isOld = item.priceAt !== undefined && !(now - item.priceAt <= (priceMaxAgeDays ?? defaultMaxAgeDays) * dayMs)
  if (isForeign || isOld) for (const name of moneyFields) delete item[name]
}
