import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'
import type { Product } from '../catalogue/readProducts.ts'

/**
 * The items that stand in the most orders.
 *
 * @param items the catalogue
 * @param products rows of products.csv; an item without a row counts as never ordered
 * @param count how many, from 0
 * @returns the most ordered first; ties by stock code
 */
export function mostOrdered(items: readonly CatalogueItem[], products: readonly Product[], count: number): CatalogueItem[] {
  const orders = new Map(products.map(product => [product.sku, product.orders]))
  const ordersOf = (item: CatalogueItem): number => orders.get(item.itemId) ?? 0
  return [...items].sort((a, b) => ordersOf(b) - ordersOf(a) || (a.itemId < b.itemId ? -1 : 1)).slice(0, count)
}
