import type { AttributesOf } from '../affinity/attributesOf.ts'
import { isSensitive } from '../affinity/isSensitive.ts'
import type { EpochMs } from '../event.ts'
import type { StoreNorms } from '../norms/storeNorms.ts'
import { tasteHalfLifeDays } from '../profile/interestFold.ts'
import type { Profile } from '../profile/profile.ts'
import { recall } from '../profile/recall.ts'
import { decay } from './decay.ts'
import type { PriceTier } from './predictions.ts'

/** One standard deviation of the category's ln(price) either way. */
const limit = 1
const fewestLines = 3

/**
 * By category: where the shopper's prices stand among the category's, from the decayed mean of (ln price - mean) / sd over order
 * lines (the newest 50 orders). Nothing of fewer than three lines, of another currency, nor of a sensitive category.
 */
export function priceTiersOf(
  profile: Profile,
  attributesOf: AttributesOf,
  { categories = {}, currency }: StoreNorms,
  now: EpochMs,
): Record<string, PriceTier> {
  const sums = new Map<string, { sum: number; weight: number; lines: number }>()
  for (const order of profile.orders) {
    if (order.currency !== undefined && order.currency !== currency) continue
    const weight = decay(now - order.at, tasteHalfLifeDays.long)
    for (const { item_id: id, price } of order.items) {
      const memory = recall(profile, id)
      const category = memory && attributesOf(id, memory)['category']
      if (typeof category !== 'string' || !Object.hasOwn(categories, category) || !(price! > 0)) continue
      const { lnPriceMean, lnPriceSd } = categories[category]!
      if (lnPriceMean === undefined || !lnPriceSd) continue
      const known = sums.get(category) ?? { sum: 0, weight: 0, lines: 0 }
      known.sum += (weight * (Math.log(price!) - lnPriceMean)) / lnPriceSd
      known.weight += weight
      known.lines++
      sums.set(category, known)
    }
  }
  const tiers = Object.create(null) as Record<string, PriceTier>
  for (const [category, { sum, weight, lines }] of sums) {
    if (lines < fewestLines || isSensitive(category)) continue
    const mean = sum / weight
    tiers[category] = mean < -limit ? 'budget' : mean > limit ? 'premium' : 'middle'
  }
  return tiers
}
