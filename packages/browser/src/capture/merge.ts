import type { Item } from '@shopside/engine'
import { confidence, type CaptureSource } from './captureSource.ts'
import type { SeenProduct, Sighting } from './sighting.ts'

/** What the page says, all sources taken together. */
export interface Merged {
  /** The page's product. `ids`: every name that a source gave it, the best believed first. */
  product?: { item: Item; currency?: string; available?: boolean; ids: string[] }
  /** Of the product: who won each field. */
  fields: Record<string, CaptureSource>
  list?: { items: Item[]; name?: string; source: CaptureSource }
  cart?: NonNullable<Sighting['cart']> & { source: CaptureSource }
  order?: NonNullable<Sighting['order']> & { source: CaptureSource }
  searchTerm?: { term: string; source: CaptureSource }
  sources: CaptureSource[]
  problems: string[]
}

/**
 * One answer of many sightings, field by field: the best believed source that has a field wins it. The order in which they came, and
 * how often each came, make no difference.
 *
 * @param knows whether the catalogue has an id; without a catalogue nobody knows
 */
export function merge(sightings: readonly Sighting[], knows: (itemId: string) => boolean = () => false): Merged {
  const seen = byBelief(sightings)
  const merged: Merged = {
    fields: {},
    sources: distinct(seen.filter(gave).map(sighting => sighting.source)),
    problems: distinct(seen.flatMap(({ problem }) => problem ?? [])).sort(),
  }
  for (const { source, list, cart, order, searchTerm } of seen) {
    if (list !== undefined) merged.list ??= { ...list, source }
    if (cart !== undefined) merged.cart ??= { ...cart, source }
    if (order !== undefined) merged.order ??= { ...order, source }
    if (searchTerm !== undefined) merged.searchTerm ??= { term: searchTerm, source }
  }
  const products = seen.flatMap(({ source, product }) => (product === undefined ? [] : [{ source, ...product }]))
  const crumbs = seen.find(({ breadcrumb }) => breadcrumb !== undefined && breadcrumb.length > 0)
  if (crumbs !== undefined) {
    // The department of a product that names none.
    products.push({ source: crumbs.source, item: { item_category: crumbs.breadcrumb!.at(-1)! }, ids: [] })
  }
  mergeProduct(products, knows, merged)
  return merged
}

type Named = SeenProduct & { source: CaptureSource }

function mergeProduct(products: readonly Named[], knows: (itemId: string) => boolean, merged: Merged): void {
  const ids = distinct([...products.flatMap(({ item }) => item.item_id ?? []), ...products.flatMap(product => product.ids)])
  const id = ids.find(knows) ?? products.find(({ item }) => item.item_id !== undefined)?.item.item_id
  if (id === undefined) return
  const item: Record<string, unknown> = { item_id: id }
  const { fields } = merged
  fields['item_id'] = products.find(product => product.item.item_id === id || product.ids.includes(id))!.source
  for (const { item: seen, source } of products) {
    for (const [field, value] of Object.entries(seen)) {
      // A quantity and a place in a list belong to one report, not to the product.
      if (Object.hasOwn(item, field) || value === undefined || field === 'quantity' || field === 'index') continue
      item[field] = value
      fields[field] = source
    }
  }
  const product: NonNullable<Merged['product']> = { item: item as unknown as Item, ids }
  const available = products.find(seen => seen.available !== undefined)?.available
  if (available !== undefined) product.available = available
  const currency = currencyOf(products, product.item.price)
  if (currency !== undefined) product.currency = currency
  merged.product = product
}

/** Of the price that won: said beside it, or beside the same price elsewhere. Another price may be in another currency. */
function currencyOf(products: readonly Named[], price: number | undefined): string | undefined {
  const withCurrency = products.filter(({ currency }) => currency !== undefined)
  return withCurrency.find(({ item }) => item.price === price)?.currency ?? (price === undefined ? withCurrency[0]?.currency : undefined)
}

/** The best believed first; sightings that are believed alike by what they say, so that their order of arrival is nothing. */
function byBelief(sightings: readonly Sighting[]): Sighting[] {
  const keyed = new Map(sightings.map(sighting => [inOrder(sighting), sighting]))
  return [...keyed]
    .sort(([a, one], [b, other]) => confidence[other.source] - confidence[one.source] || (a < b ? -1 : 1))
    .map(([, sighting]) => sighting)
}

/** Equal for what says the same. Plain data, so its keys in one order tell all. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner))
}

function gave({ product, list, cart, order, searchTerm }: Sighting): boolean {
  return [product, list, cart, order, searchTerm].some(one => one !== undefined)
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)]
}
