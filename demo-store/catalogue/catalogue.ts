import type { CatalogueItem } from './CatalogueItem.ts'
import { toColour } from './colour.ts'
import { toDepartment } from './department.ts'
import { toGroups } from './group.ts'
import { toKind } from './kind.ts'
import { toMotif } from './motif.ts'
import type { Product } from './readProducts.ts'
import { toSetSize } from './setSize.ts'
import { toTitle } from './title.ts'

/** The last day of the orders: prices are those of this day. */
export const priceDay = '2011-12-09'

/** What was sold on this day or later is in stock. */
export const inStockSince = '2011-09-10'

/**
 * The shop's catalogue, from the stock list.
 *
 * @param products rows of products.csv, in any order
 * @param excluded stock codes that are not in the shop
 * @returns items sorted by stock code
 */
export function toCatalogue(products: readonly Product[], excluded: ReadonlySet<string>): CatalogueItem[] {
  const sold = products
    .filter(product => !excluded.has(product.sku))
    .map(product => ({ ...product, itemId: product.sku, title: toTitle(product.title) }))
    .sort((a, b) => (a.sku < b.sku ? -1 : 1))
  const groups = toGroups(sold)
  return sold.map(({ itemId, title, price, firstSold, lastSold }) => {
    const kind = toKind(title)
    const colour = toColour(title)?.name
    const motif = toMotif(title)
    const setSize = toSetSize(title)
    const slug = itemId.toLowerCase()
    return {
      itemId,
      itemGroupId: groups.get(itemId) ?? itemId,
      title,
      price,
      currency: 'GBP',
      priceAt: priceDay,
      category: toDepartment(kind, title),
      ...(kind !== undefined && { kind }),
      ...(colour !== undefined && { colour }),
      ...(motif !== undefined && { motif }),
      ...(setSize !== undefined && { setSize }),
      available: lastSold >= inStockSince,
      firstSold,
      link: `/product/${slug}`,
      imageLink: `/pictures/${slug}.svg`,
    }
  })
}
