import type { Place } from '../inputError.ts'
import type { CatalogueRow } from './catalogueRow.ts'
import type { CatalogueField } from './columns.ts'
import { namedColumn } from './columns.ts'
import type { JsonRecord } from './readRecords.ts'
import { isObject, readRecords } from './readRecords.ts'
import { cellOf } from './readTable.ts'
import { isAvailable, isColour } from './shopifyProducts.ts'
import type { InputSource, RowSink } from './readInputs.ts'

/**
 * Shopify's `/products.json` (and the Admin API's): each variant is an item. The item id is the variant's number, which a
 * Shopify page reports; orders may name it by its SKU. `--map item_id=sku` makes the SKU the id.
 */
export async function readShopifyJson({ path, text, named }: InputSource, sink: RowSink<CatalogueRow>): Promise<void> {
  const bySku = namedColumn(named, 'catalogue', 'item_id') === 'sku'
  await readRecords(path, text, {
    record(product, place) {
      const variants = listOf(product['variants'])
      const status = cellOf(product['status'])
      if (status !== '' && status !== 'active') return sink.leftOut('drafts and archived products')
      if (product['published_at'] === null) return sink.leftOut('products that are not published')
      if (!variants.length) return sink.leftOut('products without variants')
      for (const variant of variants) sink.row(toRow(product, variant, bySku, place))
    },
    broken: sink.broken,
  })
}

function toRow(product: JsonRecord, variant: JsonRecord, bySku: boolean, place: Place): CatalogueRow {
  const of = (name: string): string => cellOf(variant[name]).trim()
  const handle = cellOf(product['handle'])
  const options = listOf(product['options']).map(option => cellOf(option['name']))
  const colour = options.findIndex(isColour)
  const ids = [of('id'), of('sku')]
  const stock = of('inventory_management') === '' && variant['inventory_management'] !== undefined ? '' : of('inventory_quantity')
  const available = typeof variant['available'] === 'boolean' ? variant['available']
    : isAvailable('shopify', stock, of('inventory_policy'))
  const cells: Partial<Record<CatalogueField, string>> = {
    item_id: bySku ? ids[1]! : ids[0]!, item_group_id: cellOf(product['id']) || handle, title: cellOf(product['title']),
    brand: cellOf(product['vendor']), category: cellOf(product['product_type']), price: of('price'),
    list_price: of('compare_at_price'),
    image_link: imageOf(product, variant), availability: available ? 'in stock' : 'out of stock',
    first_sold: cellOf(product['published_at']) || cellOf(product['created_at']),
    link: handle === '' ? '' : `/products/${encodeURIComponent(handle)}${variantQuery(product, of('id'))}`,
  }
  if (colour >= 0) cells.colour = of(`option${colour + 1}`)
  return { cells, place: () => place, otherIds: bySku ? [ids[0]!] : [ids[1]!] }
}

/** A product of one variant has one address. */
function variantQuery(product: JsonRecord, id: string): string {
  return listOf(product['variants']).length > 1 && id !== '' ? `?variant=${encodeURIComponent(id)}` : ''
}

/** The variant's own picture, else the product's first. */
function imageOf(product: JsonRecord, variant: JsonRecord): string {
  const featured = variant['featured_image']
  if (isObject(featured)) return cellOf(featured['src'])
  const images = listOf(product['images'])
  const own = images.find(image => image['id'] !== undefined && image['id'] === variant['image_id'])
  return cellOf((own ?? images[0])?.['src'])
}

function listOf(value: unknown): JsonRecord[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}
