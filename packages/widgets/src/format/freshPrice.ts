import type { Product } from '@shopside/engine'
import { money } from './money.ts'

/** A price is shown for a week after the day it was true, unless the shop says otherwise (`price-max-age`, days). */
export const priceMaxAgeDays = 7

/** The parts of a product that its price stands on. */
export type Priced = Pick<Product, 'price' | 'priceAt' | 'currency'>

/** True when the price may be shown: known, with its currency, and at most `maxAgeDays` old. `now` epoch ms. */
export function hasFreshPrice(product: Priced, now: number, maxAgeDays: number = priceMaxAgeDays): boolean {
  const { price, priceAt, currency } = product
  if (price === undefined || currency === undefined || priceAt === undefined) return false
  return now - priceAt <= maxAgeDays * 86_400_000
}

/** The price in words, or undefined when it must not be shown. */
export function freshPrice(product: Priced, now: number, locale: string, maxAgeDays?: number): string | undefined {
  if (!hasFreshPrice(product, now, maxAgeDays)) return undefined
  return money(product.price!, product.currency!, locale)
}
