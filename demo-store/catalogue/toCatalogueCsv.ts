import type { CatalogueItem } from './CatalogueItem.ts'

const columns: readonly (readonly [name: string, cell: (item: CatalogueItem) => string])[] = [
  ['item_id', item => item.itemId],
  ['item_group_id', item => item.itemGroupId],
  ['title', item => item.title],
  ['price', item => item.price.toFixed(2)],
  ['currency', item => item.currency],
  ['price_at', item => item.priceAt],
  ['category', item => item.category],
  ['kind', item => item.kind ?? ''],
  ['colour', item => item.colour ?? ''],
  ['motif', item => item.motif ?? ''],
  ['set_size', item => item.setSize?.toString() ?? ''],
  ['availability', item => (item.available ? 'in_stock' : 'out_of_stock')],
  ['first_sold', item => item.firstSold],
  ['link', item => item.link],
  ['image_link', item => item.imageLink],
]

/**
 * The catalogue as a feed: RFC 4180, LF, an empty cell where nothing is known. Same items, same bytes.
 */
export function toCatalogueCsv(items: readonly CatalogueItem[]): string {
  const lines = [columns.map(([name]) => name), ...items.map(item => columns.map(([, cell]) => quote(cell(item))))]
  return `${lines.map(cells => cells.join(',')).join('\n')}\n`
}

function quote(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
