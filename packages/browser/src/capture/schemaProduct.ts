import { toCurrency, toId, type Origin } from '@shopside/engine/boundary'
import { matchPage, variantIn } from './pageAddress.ts'
import { dealOf, offersOf } from './schemaOffer.ts'
import { hasType, nodes, one, type SchemaNode } from './schemaValue.ts'
import { toSeenItem } from './seenItem.ts'
import type { SeenProduct } from './sighting.ts'

/** After `sku` and the variant of an address: `productID` may mean all variants; numbers of the trade are nobody's own key. */
const lesserIds = ['productID', 'gtin', 'gtin13', 'gtin14', 'gtin12', 'gtin8', 'mpn'] as const

/**
 * A `Product` or `ProductGroup` node of JSON-LD or microdata.
 *
 * `item_id` is the first there is of: `sku`, the shop's own word for what it sells, which Google asks to be the feed's id too;
 * the variant's id in an address, where Shopify prints no sku; the lesser ids. `@id` is a place in a page, on some shops the
 * same on every page: it is only a candidate for the match with the catalogue. A group of variants of which the address names
 * none has no `item_id`.
 *
 * @returns undefined when the node says nothing
 */
export function toSeenProduct(node: SchemaNode, { base, hosts }: Origin): SeenProduct | undefined {
  /** Of several the one whose address is the page's, if it is exactly one; of one that one. */
  const named = (list: SchemaNode[]): SchemaNode | undefined => {
    if (list.length < 2) return list[0]
    const matches = list.map(entry => Math.max(...[entry, ...offersOf(entry)].map(each => matchPage(one(each, 'url'), base))))
    const best = Math.max(...matches)
    return best > 0 && matches.filter(match => match === best).length === 1 ? list[matches.indexOf(best)] : undefined
  }
  const variants = nodes(node, 'hasVariant')
  const variant = named(variants)
  const subject = variant ?? node
  /** A variant inherits what only its group says. */
  const read = (key: string, inner?: string): unknown => one(subject, key, inner) ?? one(node, key, inner)

  const own = offersOf(subject)
  const offers = own.length > 0 ? own : variants.flatMap(offersOf)
  const offer = named(offers)
  const deal = dealOf(offer ? [offer] : offers)
  const sources = offer ? [offer, subject] : [subject]
  const ids = [
    ...sources.map(source => one(source, 'sku')),
    ...sources.map(source => variantIn(one(source, 'url'), base)),
    ...lesserIds.map(key => one(subject, key)),
  ].map(toId).filter(id => id !== undefined)

  const isGroup = variants.length > 0 || hasType(node, /ProductGroup$/)
  const item = toSeenItem({
    item_id: isGroup && !variant ? undefined : ids[0],
    item_group_id: isGroup
      ? one(node, 'productGroupID') ?? one(node, 'productID') ?? one(node, 'sku')
      : one(node, 'inProductGroupWithID') ?? one(node, 'isVariantOf', 'productGroupID'),
    item_name: read('name'),
    item_brand: read('brand'),
    item_category: read('category'),
    item_variant: ['color', 'size', 'material', 'pattern'].flatMap(key => one(subject, key) ?? []).join(' / '),
    price: deal.price,
    url: one(subject, 'url') ?? (offer && one(offer, 'url')) ?? one(node, 'url'),
    image_url: read('image', 'url'),
  }, { base, hosts: hosts ?? [] })
  const anchor = toId(one(subject, '@id'))
  if (anchor !== undefined && !/^(#|_:)/.test(anchor)) ids.push(anchor)
  if (ids.length === 0 && Object.keys(item).length === 0) return undefined
  const seen: SeenProduct = { item, ids: [...new Set(ids)] }
  const currency = toCurrency(deal.currency)
  if (currency !== undefined) seen.currency = currency
  if (deal.available !== undefined) seen.available = deal.available
  return seen
}
