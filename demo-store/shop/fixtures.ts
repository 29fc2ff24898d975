import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'

/** An item for tests: a mug that is in stock, changed as asked. */
export function item(itemId: string, change: Partial<CatalogueItem> = {}): CatalogueItem {
  return {
    itemId,
    itemGroupId: itemId,
    title: `Mug ${itemId}`,
    price: 2.5,
    currency: 'GBP',
    priceAt: '2011-12-09',
    category: 'Tea & Table',
    kind: 'mug',
    available: true,
    firstSold: '2010-12-01',
    link: `/product/${itemId.toLowerCase()}`,
    imageLink: `/pictures/${itemId.toLowerCase()}.svg`,
    ...change,
  }
}
