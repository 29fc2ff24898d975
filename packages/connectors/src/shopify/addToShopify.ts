import type { SeenCart } from '../platform/createCartLook.ts'
import { askShop } from '../platform/askShop.ts'
import { dig } from '../platform/dig.ts'
import { shopifyRoot } from './readShopifyCart.ts'
import { shopifyId } from './shopifyId.ts'

/**
 * Puts items into the basket. By the standard action where the storefront has it, since the theme then draws its own cart
 * (https://shopify.dev/docs/api/storefront-events-and-actions/actions/update-cart): it emits `cart:lines-update` by itself, which
 * is heard like any other. Else by `cart/add.js` (https://shopify.dev/docs/api/ajax/reference/cart).
 *
 * @throws Error with Shopify's own words when the basket does not take them, and for an id that is no variant
 */
export async function addToShopify(page: Window, items: SeenCart['lines']): Promise<void> {
  // A widget that only asks whether anybody would answer.
  if (items.length === 0) return
  const lines = items.map(item => ({ id: shopifyId(item.item_id), quantity: item.quantity ?? 1 }))
  if (lines.some(line => line.id === undefined)) throw new Error('item_id is not a Shopify variant')
  const { actions } = (page as Window & { Shopify?: { actions?: Actions } }).Shopify ?? {}
  if (typeof actions?.updateCart === 'function') {
    const wish = lines.map(({ id, quantity }) => ({ merchandiseId: `gid://shopify/ProductVariant/${id}`, quantity }))
    const errors = dig(await actions.updateCart({ lines: wish }), 'userErrors')
    if (Array.isArray(errors) && errors.length > 0) throw new Error(String(dig(errors[0], 'message')))
    return
  }
  const answer = await askShop(
    page, `${shopifyRoot(page)}cart/add.js`, { items: lines.map(line => ({ ...line, id: Number(line.id) })) },
  )
  // An error is { status: 422, message: "Cart Error", description: "The product 'xxx' is already sold out." }: the words are the
  // last.
  if (!answer.ok) throw new Error(String(dig(answer.json, 'description') ?? dig(answer.json, 'message') ?? answer.status))
}

interface Actions {
  updateCart?: (wish: object) => Promise<unknown>
}
