import { toSeen } from './seenItem.ts'
import type { Detector } from './sighting.ts'

/**
 * The product of a page by the tags that it prints for social networks: `product:*` as Meta's catalogue reads them
 * (https://developers.facebook.com/docs/marketing-api/catalog/guides/microdata-tags), `og:price:*` as Shopify's themes print
 * them. `product.group` is a collection there, and no product.
 */
export const openGraph: Detector = (document, origin) => {
  try {
    const tags = new Map<string, string>()
    for (const tag of Array.from(document.querySelectorAll('meta[property^="og:"],meta[property^="product:"]')).slice(0, 200)) {
      const name = tag.getAttribute('property')!
      // The first counts: further ones are other pictures, other currencies.
      if (!tags.has(name)) tags.set(name, tag.getAttribute('content') ?? '')
    }
    const first = (...names: string[]): string | undefined => names.map(name => tags.get(name)).find(Boolean)
    if (!/^(og:)?product(\.item)?$/.test(tags.get('og:type') ?? '') && !tags.has('product:price:amount')) return []
    return [{
      source: 'open-graph',
      product: toSeen({
        fields: {
          item_id: first('product:retailer_item_id'),
          item_group_id: first('product:item_group_id'),
          item_name: first('og:title'),
          item_brand: first('product:brand'),
          item_category: first('product:category'),
          price: first('product:sale_price:amount', 'product:price:amount', 'og:price:amount'),
          url: first('og:url'),
          image_url: first('og:image:secure_url', 'og:image'),
        },
        currency: first('product:sale_price:currency', 'product:price:currency', 'og:price:currency'),
        available: first('product:availability', 'og:availability'),
      }, origin),
    }]
  } catch {
    // A page may have put anything in the place of what we call. It is its page.
    return [{ source: 'open-graph', problem: 'open-graph-failed' }]
  }
}
