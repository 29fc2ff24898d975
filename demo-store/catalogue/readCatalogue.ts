import type { CatalogueItem } from './CatalogueItem.ts'
import type { Department } from './department.ts'
import { readCsv } from './readCsv.ts'

/**
 * The catalogue as items.
 *
 * @param csvText catalogue.csv as `toCatalogueCsv` writes it
 */
export function readCatalogue(csvText: string): CatalogueItem[] {
  return readCsv(csvText).map(row => {
    const text = (column: string): string => row[column] ?? ''
    return {
      itemId: text('item_id'),
      itemGroupId: text('item_group_id'),
      title: text('title'),
      price: Number(text('price')),
      currency: 'GBP',
      priceAt: text('price_at'),
      category: text('category') as Department,
      ...(text('kind') && { kind: text('kind') }),
      ...(text('colour') && { colour: text('colour') }),
      ...(text('motif') && { motif: text('motif') }),
      ...(text('set_size') && { setSize: Number(text('set_size')) }),
      available: text('availability') === 'in_stock',
      firstSold: text('first_sold'),
      link: text('link'),
      imageLink: text('image_link'),
    }
  })
}
