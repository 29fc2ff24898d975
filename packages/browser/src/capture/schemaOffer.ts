import { toPrice } from '@shopside/engine/boundary'
import { all, nodes, one, type SchemaNode } from './schemaValue.ts'

/** The offers of a product, and those inside an `AggregateOffer`. */
export function offersOf(product: SchemaNode): SchemaNode[] {
  return nodes(product, 'offers').flatMap(offer => [offer, ...nodes(offer, 'offers')])
}

/** What some offers come to, unread but for the price. */
export interface Deal {
  /** The lowest in the currency of the first, as a page's own "from" price is; `currency` is what stands beside it. */
  price?: number
  currency?: unknown
  available: unknown[]
}

export function dealOf(offers: SchemaNode[]): Deal {
  const found = offers.flatMap(priceOf)
  // Another currency's figure may be lower and the price not.
  const [lowest] = found.filter(({ currency }) => currency === found[0]!.currency).sort((a, b) => a.price - b.price)
  // No prototype: a page may have added to it, and a deal without a price has none.
  return Object.assign(Object.create(null) as Deal, lowest, { available: offers.map(offer => one(offer, 'availability')) })
}

/**
 * `price`, else `priceSpecification` (WooCommerce has its prices there alone), else `lowPrice`. A specification with another
 * `priceType` than SalePrice is a crossed-out price, and one for a member tier is not everybody's:
 * https://developers.google.com/search/docs/appearance/structured-data/merchant-listing
 */
function priceOf(offer: SchemaNode): { price: number; currency: unknown }[] {
  const now = nodes(offer, 'priceSpecification').find(spec =>
    /(^|SalePrice)$/.test(`${one(spec, 'priceType') ?? ''}`) && !all(spec, 'validForMemberTier').length) ?? {}
  const price = toPrice(one(offer, 'price')) ?? toPrice(one(now, 'price')) ?? toPrice(one(offer, 'lowPrice'))
  return price === undefined ? [] : [{ price, currency: one(offer, 'priceCurrency') ?? one(now, 'priceCurrency') }]
}
