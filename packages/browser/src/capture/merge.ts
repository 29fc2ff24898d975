import type { Item } from '@shopside/engine'
import { confidence, type CaptureSource } from './captureSource.ts'
import type { SeenCart, SeenList, SeenOrder, SeenProduct, Sighting } from './sighting.ts'

interface Said {
  source: CaptureSource
}

/** What the page says, all sources taken together. */
export interface Merged {
  /** The page's product. `ids`: every name that a source gave it, the best believed first. */
  product?: { item: Item; currency: string | undefined; ids: string[] }
  /** Of the product: who won each field. */
  fields: Record<string, CaptureSource>
  list?: SeenList & Said | undefined
  cart?: SeenCart & Said | undefined
  order?: SeenOrder & Said | undefined
  sources: CaptureSource[]
  problems: string[]
}

/**
 * One answer of many sightings, field by field: the best believed source that has a field wins it, of two that are believed alike
 * the one that came first. How often each came makes no difference.
 *
 * @param knows whether the catalogue has an id; without a catalogue nobody knows
 */
export function merge(sightings: readonly Sighting[], knows: (itemId: string) => boolean = () => false): Merged {
  const seen = [...sightings].sort((a, b) => confidence[b.source] - confidence[a.source])
  const merged: Merged = {
    fields: {},
    sources: distinct(seen.flatMap(({ source, problem }) => problem ? [] : source)),
    problems: distinct(seen.flatMap(({ problem }) => problem ?? [])),
  }
  const products: (SeenProduct & Said)[] = []
  for (const { source, product, list, cart, order } of seen) {
    if (product) products.push({ ...product, source })
    merged.list ??= list && { ...list, source }
    merged.cart ??= cart && { ...cart, source }
    merged.order ??= order && { ...order, source }
  }
  // The department of a product that names none.
  const trail = seen.find(({ breadcrumb }) => breadcrumb?.length)
  if (trail) products.push({ source: trail.source, item: { item_category: trail.breadcrumb!.at(-1)! }, ids: [] })
  return { ...merged, ...mergeProduct(products, knows) }
}

function mergeProduct(
  products: readonly (SeenProduct & Said)[], knows: (itemId: string) => boolean,
): Pick<Merged, 'product' | 'fields'> {
  const fields: Merged['fields'] = {}
  const namesOf = ({ item, ids }: SeenProduct): string[] => [item.item_id ?? [], ids].flat()
  const ids = distinct(products.flatMap(namesOf))
  const id = ids.find(knows) ?? products.find(({ item }) => item.item_id)?.item.item_id
  if (id === undefined) return { fields }
  const item: Record<string, unknown> = { item_id: id }
  fields['item_id'] = products.find(product => namesOf(product).includes(id))!.source
  for (const { item: seen, source } of products) {
    // A quantity and a place in a list belong to one report, not to the product.
    const { quantity, index, ...lasting } = seen
    for (const [field, value] of Object.entries(lasting)) {
      if (Object.hasOwn(item, field)) continue
      item[field] = value
      fields[field] = source
    }
  }
  if (products.find(({ available }) => available !== undefined)?.available === false) item['in_stock'] = false
  // A currency is that of the price which won: said beside it, or beside the same price elsewhere. Another price may be in
  // another one.
  const price = item['price']
  const priced = products.find(seen => seen.currency !== undefined && (price === undefined || seen.item.price === price))
  return { product: { item: item as unknown as Item, currency: priced?.currency, ids }, fields }
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)]
}
