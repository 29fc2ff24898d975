import type { SeenCart } from '../platform/createCartLook.ts'
import { dig } from '../platform/dig.ts'
import { toMajor } from '../platform/toMajor.ts'
import { plainWords } from './plainWords.ts'

/**
 * The basket as every endpoint under `/cart` answers it
 * (https://github.com/woocommerce/woocommerce/blob/trunk/docs/apis/store-api/resources-endpoints/cart.md): amounts are strings in
 * minor units, and say themselves how many digits those have. A line of which only the id is known stays a line.
 *
 * @returns undefined when the answer is no basket
 */
export function toWooCart(json: unknown): SeenCart | undefined {
  const items = dig(json, 'items')
  if (!Array.isArray(items)) return undefined
  return {
    // `Cart-Token` is another one at every answer: it does not name the basket. Own, so that nobody's prototype does.
    token: undefined,
    currency: dig(json, 'totals', 'currency_code'),
    lines: items.map(item => ({
      item_id: dig(item, 'id'),
      item_name: plainWords(dig(item, 'name')),
      item_variant: variantOf(dig(item, 'variation')),
      price: toMajor(dig(item, 'prices', 'price'), dig(item, 'prices', 'currency_minor_unit')),
      quantity: dig(item, 'quantity'),
      url: dig(item, 'permalink'),
      image_url: dig(item, 'images', '0', 'src'),
    })),
  } as object as SeenCart
}

/** `[{ attribute: "Color", value: "Blue" }, …]` → "Blue / L". */
function variantOf(variation: unknown): string | undefined {
  if (!Array.isArray(variation) || variation.length === 0) return undefined
  return variation.map(choice => plainWords(dig(choice, 'value'))).join(' / ')
}
