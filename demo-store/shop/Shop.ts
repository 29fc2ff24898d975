import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'
import { departments, type Department } from '../catalogue/department.ts'

/** One product of the shop: its colours, best liked first. */
export interface Product {
  /** The colour to show: available before sold out, then by distinct customers. */
  readonly item: CatalogueItem
  /** All colours with `item` first; one entry when it has no twin. */
  readonly items: readonly CatalogueItem[]
  /** Distinct customers of the last weeks, over all colours; the shop's own order. */
  readonly customers: number
  /** First sold since November. */
  readonly isNew: boolean
}

/** The catalogue, indexed for the pages. Nothing in it changes after the start. */
export interface Shop {
  readonly items: ReadonlyMap<string, CatalogueItem>
  /** By group id. */
  readonly products: ReadonlyMap<string, Product>
  /** What is in stock, most customers first. */
  readonly shelf: readonly Product[]
  readonly byDepartment: ReadonlyMap<Department, readonly Product[]>
}

/** What was first sold on this day or later is new. */
export const newSince = '2011-11-01'

/**
 * Indexes the catalogue.
 *
 * @param customers distinct customers by item id; absent counts as none
 */
export function toShop(catalogue: readonly CatalogueItem[], customers: ReadonlyMap<string, number>): Shop {
  const groups = new Map<string, CatalogueItem[]>()
  for (const item of catalogue) {
    const group = groups.get(item.itemGroupId)
    if (group) group.push(item)
    else groups.set(item.itemGroupId, [item])
  }
  const products = new Map<string, Product>()
  for (const [groupId, members] of groups) {
    const product = toProduct(members, customers)
    if (product) products.set(groupId, product)
  }
  const shelf = [...products.values()]
    .filter(product => product.item.available)
    .sort((a, b) => b.customers - a.customers || compare(a.item.itemId, b.item.itemId))
  return {
    items: new Map(catalogue.map(item => [item.itemId, item])),
    products,
    shelf,
    byDepartment: new Map(departments.map(name => [name, shelf.filter(({ item }) => item.category === name)])),
  }
}

/** The product an item belongs to. */
export function productOf(shop: Shop, item: CatalogueItem): Product | undefined {
  return shop.products.get(item.itemGroupId)
}

function toProduct(members: readonly CatalogueItem[], customers: ReadonlyMap<string, number>): Product | undefined {
  const count = (item: CatalogueItem): number => customers.get(item.itemId) ?? 0
  const items = [...members].sort(
    (a, b) => Number(b.available) - Number(a.available) || count(b) - count(a) || compare(a.itemId, b.itemId),
  )
  const item = items[0]
  if (!item) return undefined
  return {
    item,
    items,
    customers: items.reduce((sum, member) => sum + count(member), 0),
    isNew: items.every(member => member.firstSold >= newSince),
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
