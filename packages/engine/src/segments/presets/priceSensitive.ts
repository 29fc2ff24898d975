import { isPriceSensitive, priceSensitivityOf } from '../../predict/priceSensitivity.ts'
import type { Preset } from '../preset.ts'
import { sayTrait } from '../trait.ts'

/**
 * Price-sensitive: buys reduced things far more than the store's shoppers do. For words and reports; no offer is derived from it.
 */
export const priceSensitive: Preset = known => {
  const judged = (orders: number): ReturnType<typeof priceSensitivityOf> =>
    priceSensitivityOf(known.marks.slice(0, orders), known.norms.tastes?.discounted)
  return sayTrait({
    id: 'price-sensitive',
    holds: ({ orders }) => isPriceSensitive(judged(orders)),
    because: ({ orders }) => {
      const { discounted, judged: of } = judged(orders)!
      return [{ kind: 'discounted', lines: discounted, of }]
    },
  }, known)
}
