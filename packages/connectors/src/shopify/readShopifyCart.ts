import { askShop } from '../platform/askShop.ts'
import type { SeenCart } from '../platform/createCartLook.ts'
import { dig } from '../platform/dig.ts'
import { toMajor } from '../platform/toMajor.ts'
import { shopifyId } from './shopifyId.ts'

/**
 * Digits behind the point of every amount of Liquid and the Ajax API, whatever the currency has: "for currencies without
 * subunits, tenths and hundredths are appended" (https://shopify.dev/docs/api/liquid/objects/variant), so 8900 won are 890000
 * (https://community.shopify.com/c/Shopify-Design/Ajax-API-s-cart-js-response-contains-wrong-price-to-me/m-p/1190918).
 */
export const shopifyDigits = 2

/** Where this storefront's addresses begin: `/`, or `/en-gb/` in a market of its own (https://shopify.dev/docs/api/ajax). */
export function shopifyRoot(page: Window): string {
  const root = dig(page, 'Shopify', 'routes', 'root')
  return typeof root === 'string' && /^\/(?!\/)/.test(root) ? root : '/'
}

/**
 * The basket by the Ajax API, `GET cart.js` (https://shopify.dev/docs/api/ajax/reference/cart).
 *
 * @returns undefined when the answer is no basket
 */
export async function readShopifyCart(page: Window): Promise<SeenCart | undefined> {
  const { ok, json } = await askShop(page, `${shopifyRoot(page)}cart.js`)
  return ok ? toCart(json) : undefined
}

/** A line whose product was deleted since has no variant any more: it keeps the line's own id. */
function toCart(json: unknown): SeenCart | undefined {
  const items = dig(json, 'items')
  if (!Array.isArray(items)) return undefined
  return {
    token: dig(json, 'token'),
    currency: dig(json, 'currency'),
    lines: items.map(item => ({
      item_id: shopifyId(dig(item, 'variant_id')) ?? shopifyId(dig(item, 'id')),
      item_group_id: shopifyId(dig(item, 'product_id')),
      item_name: dig(item, 'product_title') ?? dig(item, 'title'),
      item_variant: dig(item, 'variant_title'),
      item_brand: dig(item, 'vendor'),
      item_category: dig(item, 'product_type'),
      price: toMajor(dig(item, 'final_price') ?? dig(item, 'price'), shopifyDigits),
      quantity: dig(item, 'quantity'),
      url: dig(item, 'url'),
      image_url: dig(item, 'image'),
    })),
  } as object as SeenCart
}
