import type { ConnectorHost } from '@shopside/browser'
import { dig } from '../platform/dig.ts'
import type { Choices } from './addToWoo.ts'
import { onJquery } from './onJquery.ts'

/**
 * Which product this page is about, and which variation of it the shopper chooses: all of the source but the basket, in a file of
 * its own.
 *
 * @param choices what was chosen of each variation is put here: an add needs it
 * @param currency of the shop's prices, once that is known
 * @returns stops
 */
export function tellWooPage(host: ConnectorHost, choices: Choices, currency: () => string | undefined): () => void {
  const { className } = host.window.document.body
  const shown = /(?:^| )single-product(?: |$)/.test(className) ? /(?:^| )postid-(\d+)/.exec(className)?.[1] : undefined
  if (shown !== undefined) void host.report('view_item', { items: [{ item_id: shown }] })

  /** `variation`: what `get_available_variation()` of WooCommerce prints into the form (`class-wc-product-variable.php`). */
  function onVariation(event: unknown, variation: unknown): void {
    try {
      const id = String(dig(variation, 'variation_id'))
      const attributes = Object.entries((dig(variation, 'attributes') ?? {}) as object)
      choices.set(id, attributes.map(([name, value]) => ({ attribute: name.replace('attribute_', ''), value: String(value) })))
      const form = (event as { target?: HTMLElement }).target
      void host.report('view_item', {
        currency: currency(),
        items: [{ item_id: id, item_group_id: form?.dataset?.['product_id'], price: dig(variation, 'display_price') }],
      })
    } catch {
      // What another plugin triggers by this name is not ours to read.
      host.problem('variation-unreadable')
    }
  }
  return onJquery(host.window, 'found_variation', onVariation)
}
