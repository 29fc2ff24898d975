import type { ConnectorHost } from '@shopside/browser'
import { dig } from '../platform/dig.ts'
import { shopifyId } from './shopifyId.ts'

/** A standard storefront event: what it says stands on the event itself, not in `detail`. */
interface StandardEvent extends Event {
  context?: unknown
  product?: unknown
  action?: unknown
  lines?: unknown
  search?: unknown
  promise?: unknown
}

/**
 * Hears the standard storefront events of a theme (https://shopify.dev/docs/api/storefront-events-and-actions/events).
 * `collection:view` names a collection and how many products it has, none of them: there is nothing in it to keep.
 *
 * A change of the basket is told when it begins, whether or not it succeeds: what counts is the promise. What the basket then is,
 * `look` finds out: the promise's own `cart` names lines, not variants. Only where the basket cannot be read, an add is reported
 * as such.
 * @param look reads the basket; false when it could not
 * @returns stops
 */
export function onStandardEvents(host: ConnectorHost, look: () => Promise<boolean>): () => void {
  /** `selectedVariant`, or what a choice of options resolved to; null when the options have none. */
  function view(product: unknown, variant: unknown): void {
    const item_id = shopifyId(dig(variant, 'id'))
    if (item_id === undefined) return
    void host.report('view_item', {
      currency: dig(variant, 'price', 'currencyCode'),
      items: [{
        item_id,
        item_group_id: shopifyId(dig(product, 'id')),
        item_name: dig(product, 'title'),
        item_variant: dig(variant, 'title'),
        // Major units here, as everywhere in the Storefront API.
        price: dig(variant, 'price', 'amount'),
      }],
    })
  }

  let term: unknown
  const hearers = new Map<string, (event: StandardEvent) => unknown>([
    // A card in a grid is seen as well: only the page's own product counts as looked at.
    ['product:view', ({ context, product }) => context === 'page' && view(product, dig(product, 'selectedVariant'))],
    ['product:select', async ({ product, promise }) => view(product, dig(await promise, 'variant'))],
    ['cart:view', look],
    ['cart:lines-update', async ({ action, lines, promise }) => {
      const errors = dig(await promise, 'userErrors')
      if ((Array.isArray(errors) && errors.length > 0) || await look() || action !== 'add' || !Array.isArray(lines)) return
      const items = lines.map(line => ({ item_id: shopifyId(dig(line, 'merchandiseId')), quantity: dig(line, 'quantity') }))
      void host.report('add_to_cart', { items })
    }],
    ['search:update', async ({ search, promise }) => {
      await promise
      const query = dig(search, 'query')
      // The words stay while only the filters change.
      if (query !== term) void host.report('search', { search_term: term = query })
    }],
  ])

  function hear(event: Event): void {
    // A rejected promise is a change that did not happen: nothing to tell, and nothing that may reach the page a second time.
    void (async () => hearers.get(event.type.replace('shopify:', ''))?.(event))().catch(() => {})
  }
  const { document } = host.window
  for (const name of hearers.keys()) document.addEventListener(`shopify:${name}`, hear)
  return () => {
    for (const name of hearers.keys()) document.removeEventListener(`shopify:${name}`, hear)
  }
}
