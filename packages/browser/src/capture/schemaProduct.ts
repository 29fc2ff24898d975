import { toId, type Origin } from '@shopside/engine/boundary'
import { toAvailable } from './availability.ts'
import { matchPage, variantIn } from './pageAddress.ts'
import { dealOf, offersOf } from './schemaOffer.ts'
import { hasType, nodes, one, type SchemaNode } from './schemaValue.ts'
import { toSeen } from './seenItem.ts'
import type { SeenProduct } from './sighting.ts'

/** After `sku` and the variant of an address: `productID` may mean all variants; numbers of the trade are nobody's own key. */
const lesserIds = ['productID', 'gtin', 'gtin13', 'gtin14', 'gtin12', 'gtin8', 'mpn'] as const

/**
 * A `Product` or `ProductGroup` node of JSON-LD or microdata.
 *
 * `item_id` is the first there is of: `sku`, the shop's own word for what it sells, which Google asks to be the feed's id too;
 * the variant's id in an address, where Shopify prints no sku; the lesser ids. `@id` is a place in a page, on some shops the
 * same on every page: it is only a candidate for the match with the catalogue. Of a group whose address names none of its
 * variants it is the first that can be ordered, else the first: shops preselect it.
 *
 * @returns undefined when the node says nothing
 */
export function toSeenProduct(node: SchemaNode, origin: Origin): SeenProduct | undefined {
  const { base } = origin
  /** Of several the one whose address is the page's, if it is exactly one; of one that one. */
  const named = (list: SchemaNode[]): SchemaNode | undefined => {
    const matches = list.map(entry => Math.max(...[entry, ...offersOf(entry)].map(each => matchPage(one(each, 'url'), base))))
    const best = Math.max(...matches)
    const [found, second] = list.length < 2 ? list : list.filter((_, place) => best > 0 && matches[place] === best)
    return second ? undefined : found
  }
  const variants = nodes(node, 'hasVariant')
  const variant = named(variants) ?? variants.find(each => toAvailable(dealOf(offersOf(each)).available) !== false) ?? variants[0]
  const subject = variant ?? node
  /** A variant inherits what only its group says. */
  const read = (key: string, inner?: string): unknown => one(subject, key, inner) ?? one(node, key, inner)

  const own = offersOf(subject)
  const offers = own.length > 0 ? own : variants.flatMap(offersOf)
  const offer = named(offers)
  const { price, ...deal } = dealOf(offer ? [offer] : offers)
  const sources = offer ? [offer, subject] : [subject]
  const ids = [
    ...sources.map(source => one(source, 'sku')),
    ...sources.map(source => variantIn(one(source, 'url'), base)),
    ...lesserIds.map(key => one(subject, key)),
  ]
  const isGroup = variants.length > 0 || hasType(node, /ProductGroup$/)
  const anchor = one(subject, '@id')
  const seen = toSeen({
    fields: {
      item_id: isGroup && !variant ? undefined : ids.find(id => toId(id)),
      item_group_id: isGroup
        ? one(node, 'productGroupID') ?? one(node, 'productID') ?? one(node, 'sku')
        : one(node, 'inProductGroupWithID') ?? one(node, 'isVariantOf', 'productGroupID'),
      item_name: read('name'),
      item_brand: read('brand'),
      item_category: read('category'),
      item_variant: ['color', 'size', 'material', 'pattern'].flatMap(key => one(subject, key) ?? []).join(' / '),
      price,
      url: one(subject, 'url') ?? (offer && one(offer, 'url')) ?? one(node, 'url'),
      image_url: read('image', 'url'),
    },
    ...deal,
    ids: [...ids, /^(#|_:)/.test(`${anchor}`) ? undefined : anchor],
  }, origin)
  return seen.ids.length + Object.keys(seen.item).length > 0 ? seen : undefined
}
