import { toPrice } from '@shopside/engine/boundary'
import { toAvailable } from './availability.ts'
import { all, nodes, one, type SchemaNode } from './schemaValue.ts'

/** The offers of a product, and those inside an `AggregateOffer`. */
export function offersOf(product: SchemaNode): SchemaNode[] {
  return nodes(product, 'offers').flatMap(offer => [offer, ...nodes(offer, 'offers')])
}

/** What some offers come to. */
export interface Deal {
  /** The lowest in the currency of the first, as a page's own "from" price is; `currency` is what stands beside it, unread. */
  price?: number | undefined
  currency?: unknown
  /** True when any of them can be ordered. */
  available?: boolean | undefined
}

export function dealOf(offers: SchemaNode[]): Deal {
  const found = offers.flatMap(priceOf)
  // Another currency's figure may be lower and the price not.
  const prices = found.filter(({ currency }) => currency === found[0]!.currency).sort((a, b) => a.price - b.price)
  const words = offers.map(offer => toAvailable(one(offer, 'availability'))).filter(word => word !== undefined)
  return { ...prices[0], available: words.length > 0 ? words.includes(true) : undefined }
}

/**
 * `price`, else `priceSpecification` (WooCommerce has its prices there alone), else `lowPrice`. A specification with another
 * `priceType` than SalePrice is a crossed-out price, and one for a member tier is not everybody's:
 * https://developers.google.com/search/docs/appearance/structured-data/merchant-listing
 */
function priceOf(offer: SchemaNode): { price: number; currency: unknown }[] {
  const now = nodes(offer, 'priceSpecification').find(spec =>
    /(^|SalePrice)$/.test(String(one(spec, 'priceType') ?? '')) && all(spec, 'validForMemberTier').length === 0) ?? {}
  const price = toPrice(one(offer, 'price')) ?? toPrice(one(now, 'price')) ?? toPrice(one(offer, 'lowPrice'))
  return price === undefined ? [] : [{ price, currency: one(offer, 'priceCurrency') ?? one(now, 'priceCurrency') }]
}
