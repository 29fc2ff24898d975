import { toText, type Origin } from '@shopside/engine/boundary'
import { lastStep } from './pageAddress.ts'
import { offersOf } from './schemaOffer.ts'
import { toSeenProduct } from './schemaProduct.ts'
import { hasType, nodes, one, productType, type SchemaNode } from './schemaValue.ts'
import type { SeenList, SeenProduct, Sighting } from './sighting.ts'

/** Deeper trails are navigation, not departments. */
const maxTrail = 10

export type SchemaPage = Pick<Sighting, 'product' | 'list' | 'breadcrumb'>

/**
 * What the schema.org nodes of a page come to: its product or its list, and the way to it. Nothing to say: undefined. In a
 * `@graph` the variants of a group stand beside it, or a variant beside its group: that is one product.
 */
export function readSchemaPage(roots: SchemaNode[], document: Document, origin: Origin): SchemaPage | undefined {
  const { base } = origin
  const parts = new Set(roots.flatMap(node => [
    ...nodes(node, 'hasVariant'), ...nodes(node, 'isVariantOf').filter(group => !nodes(group, 'hasVariant').length),
  ].filter(part => part !== node)))
  const tops = roots.filter(node => !parts.has(node))
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href')
  const steps = [lastStep(base, base), lastStep(canonical, base)]
  const product = productOfPage([...new Set([...tops, ...roots])], tops, steps, document, origin)
  const breadcrumb = readTrail(roots.find(node => hasType(node, /BreadcrumbList$/)), steps, product !== undefined, base)
  // A page about one product has no list of its own: what it lists is advice. Some themes print each card of a category by
  // itself.
  const lists = product ? [] : [...roots.filter(node => hasType(node, /(^|[/#:])ItemList$/)), { itemListElement: tops }]
  const list = lists.map(node => readList(node, origin)).find(({ items }) => items.length > 1)
  return product ?? list ?? breadcrumb ? { product, list, breadcrumb } : undefined
}

/**
 * The product that a page is about: one whose address leads here; else the only one, where it names no address (a theme and an
 * app may both print it, by other names under one `sku`), or where the page says to social networks that it is a product's. A featured product on the home
 * page, and the cards of a category, lead elsewhere.
 *
 * @param roots the best first
 * @param tops those that are no part of another
 */
function productOfPage(
  roots: SchemaNode[], tops: SchemaNode[], steps: unknown[], document: Document, origin: Origin,
): SeenProduct | undefined {
  const isProduct = (node: SchemaNode): boolean => hasType(node, productType)
  const products = roots.filter(isProduct)
  const own = tops.filter(isProduct)
  const isOne = ['name', 'sku'].every(key => new Set(own.flatMap(node => one(node, key) ?? [])).size < 2)
    || new Set(own.map(node => one(node, 'sku') || node)).size === 1
  const isProductPage = isOne && document.querySelector('meta[property="og:type"][content$="product"]') !== null
  const seen = products.flatMap(node => {
    const step = lastStep(one(node, 'url') ?? one(offersOf(node)[0] ?? {}, 'url'), origin.base)
    const isHere = isProductPage || (step === undefined ? isOne : steps.includes(step))
    return isHere && toSeenProduct(node, origin) || []
  })
  return seen.find(({ item }) => item.item_id) ?? seen[0]
}

/** The cards that have an id of their own. A list that only names addresses names no item. */
function readList(list: SchemaNode, origin: Origin): SeenList {
  const cards = nodes(list, 'itemListElement').map(
    entry => nodes(entry, 'item')[0] ?? entry,
  ).filter(node => hasType(node, productType))
  const items = cards.flatMap(node => {
    const { item_id, ...item } = toSeenProduct(node, origin)?.item ?? {}
    return item_id ? { ...item, item_id } : []
  })
  return { items: items.map((item, index) => ({ ...item, index })), name: toText(one(list, 'name'), 100) }
}

/** The words of the trail in their order, without the shop's root, and without the product at its end. */
function readTrail(trail: SchemaNode = {}, steps: unknown[], ofProduct: boolean, base: string): string[] | undefined {
  const entries = nodes(trail, 'itemListElement').map((entry, place) => {
    const address = one(entry, 'item', '@id') ?? one(entry, 'item', 'url')
    const step = lastStep(address, base)
    return {
      position: Number(one(entry, 'position') ?? place) || 0,
      name: toText(one(entry, 'name') ?? one(entry, 'item'), 100) ?? '',
      isHome: address !== undefined && step === undefined,
      isHere: address === undefined || steps.includes(step),
    }
  }).sort((a, b) => a.position - b.position)
  const words = entries
    .filter(({ isHome, isHere }, place) => !(isHome && place === 0) && !(ofProduct && isHere && place === entries.length - 1))
    .flatMap(({ name }) => name || [])
  return words.length > 0 ? words.slice(0, maxTrail) : undefined
}
