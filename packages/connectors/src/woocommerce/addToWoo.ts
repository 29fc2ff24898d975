import type { SeenCart } from '../platform/createCartLook.ts'
import { dig } from '../platform/dig.ts'
import { jqueryOf } from './jqueryOf.ts'
import { plainWords } from './plainWords.ts'
import type { StoreApi } from './storeApi.ts'

/** What was chosen of a variation, as the endpoint wants it. */
export type Choices = Map<string, { attribute: string; value: string }[]>

/**
 * Puts items into the basket by `POST cart/add-item`, one after the other: what stands before one that is refused stays in the
 * basket.
 *
 * @param choices by variation id; a variation that is not among them goes by its id alone
 * @throws Error with WooCommerce's own words when the basket does not take one, and for an id that is no number
 */
export async function addToWoo(
  page: Window & typeof globalThis, api: StoreApi, items: SeenCart['lines'], choices: Choices,
): Promise<void> {
  if (!items.every(item => /^\d+$/.test(item.item_id))) throw new Error('item_id is not a WooCommerce product')
  for (const { item_id, quantity = 1 } of items) {
    const variation = choices.get(item_id)
    const body = { id: Number(item_id), quantity, ...(variation && { variation }) }
    if (!api.mayWrite()) await api.ask('cart')
    let answer = await api.ask('cart/add-item', body)
    // The page was open for longer than a nonce lives. The refusal, or reading the basket, brings a fresh one; once, not for
    // ever.
    if (/_nonce$/.test(String(dig(answer.json, 'code')))) {
      await api.ask('cart')
      answer = await api.ask('cart/add-item', body)
    }
    if (!answer.ok) throw new Error(plainWords(dig(answer.json, 'message')) ?? String(answer.status))
  }
  // The theme's own small basket draws itself again, whichever of the two it has.
  const { body } = page.document
  jqueryOf(page)?.(body).trigger('wc_fragment_refresh')
  body.dispatchEvent(new page.CustomEvent('wc-blocks_added_to_cart', { bubbles: true, detail: { preserveCartData: false } }))
}
