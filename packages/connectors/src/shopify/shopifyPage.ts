import { dig } from '../platform/dig.ts'
import { toMajor } from '../platform/toMajor.ts'
import { shopifyDigits } from './readShopifyCart.ts'
import { shopifyId } from './shopifyId.ts'

/**
 * The `view_item` of a product's page by `ShopifyAnalytics.meta`, which Shopify prints into the head of every Liquid page:
 * `{ currency, page: { pageType }, product: { id, gid, vendor, type, variants: [{ id, price, name, public_title, sku }] } }`.
 *
 * Shape without a source: Shopify does not document it; this is how it stands in pages of public storefronts.
 * @returns undefined on any other page, or when no variant can be told
 */
export function shopifyPage(page: Window): object | undefined {
  const meta = dig(page, 'ShopifyAnalytics', 'meta')
  const product = dig(meta, 'product')
  const variants = dig(product, 'variants')
  if (dig(meta, 'page', 'pageType') !== 'product' || !Array.isArray(variants)) return undefined
  // What the address says, else what the page's own form would add, else the first.
  const chosen = new URLSearchParams(page.location.search).get('variant')
    ?? page.document.querySelector<HTMLInputElement>('form[action*="/cart/add"] [name="id"]')?.value
  const variant: unknown = variants.find(candidate => shopifyId(dig(candidate, 'id')) === chosen) ?? variants[0]
  const item_id = shopifyId(dig(variant, 'id'))
  const title = dig(variant, 'public_title')
  return item_id === undefined ? undefined : {
    currency: dig(meta, 'currency'),
    items: [{
      item_id,
      item_group_id: shopifyId(dig(product, 'id')),
      // The variant's name is "<product> - <variant>".
      item_name: String(dig(variant, 'name') ?? '').replace(` - ${String(title)}`, ''),
      item_variant: title,
      item_brand: dig(product, 'vendor'),
      item_category: dig(product, 'type'),
      price: toMajor(dig(variant, 'price'), shopifyDigits),
    }],
  }
}
