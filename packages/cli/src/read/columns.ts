import { InputError } from '../inputError.ts'

/** Names by which a field is known, best first, written as `plainName` makes them. */
export type Aliases<Field extends string> = Readonly<Record<Field, readonly string[]>>

/** A field of the catalogue. */
export type CatalogueField =
  | 'item_id' | 'item_group_id' | 'title' | 'price' | 'sale_price' | 'currency' | 'price_at' | 'category' | 'kind' | 'colour'
  | 'motif' | 'set_size' | 'availability' | 'first_sold' | 'link' | 'image_link'

/** A field of an order line. */
export type OrderField = 'order_id' | 'item_id' | 'time' | 'customer_id' | 'quantity'

/** Fields of a catalogue. Header names of Google Merchant, Shopify, WooCommerce and plain exports. */
export const catalogueAliases: Aliases<CatalogueField> = {
  item_id: ['itemid', 'sku', 'variantsku', 'id', 'productid', 'variantid', 'stockcode', 'productcode', 'articlenumber', 'code'],
  item_group_id: ['itemgroupid', 'groupid', 'handle', 'urlhandle', 'parentid', 'parent', 'productgroup'],
  title: ['title', 'name', 'productname', 'itemname', 'producttitle'],
  price: ['price', 'unitprice', 'variantprice', 'regularprice', 'currentprice'],
  sale_price: ['saleprice', 'sale', 'specialprice'],
  currency: ['currency', 'currencycode', 'pricecurrency'],
  price_at: ['priceat', 'pricedate', 'priceasof'],
  category: ['category', 'producttype', 'productcategory', 'categories', 'department', 'itemcategory', 'type'],
  kind: ['kind'],
  colour: ['colour', 'color'],
  motif: ['motif', 'design', 'pattern'],
  set_size: ['setsize', 'pieces'],
  availability: ['availability', 'instock', 'available', 'isinstock', 'stockstatus', 'stock', 'inventoryquantity', 'inventory'],
  first_sold: [
    'firstsold', 'firstsoldat', 'createdat', 'created', 'dateadded', 'addedat', 'publishedat', 'launchdate', 'releasedate',
    'availablefrom',
  ],
  link: ['link', 'url', 'producturl', 'permalink'],
  image_link: ['imagelink', 'image', 'imageurl', 'imagesrc', 'productimageurl', 'images'],
}

/** Fields of an order history: one row per order line. An e-mail serves to tell shoppers apart, inside the count only. */
export const orderAliases: Aliases<OrderField> = {
  order_id: ['orderid', 'invoiceno', 'invoice', 'ordernumber', 'orderno', 'transactionid', 'order', 'name'],
  item_id: [
    'itemid', 'sku', 'lineitemsku', 'variantsku', 'productid', 'variantid', 'stockcode', 'productcode', 'articlenumber',
    'product', 'item', 'id',
  ],
  time: [
    'time', 'orderedat', 'createdat', 'date', 'orderdate', 'invoicedate', 'timestamp', 'datetime', 'paidat', 'orderat', 'at',
  ],
  customer_id: ['customerid', 'customer', 'userid', 'clientid', 'shopperid', 'buyerid', 'email'],
  quantity: ['quantity', 'qty', 'lineitemquantity', 'units', 'count'],
}

/**
 * `g:item_group_id`, `Item Group ID` and `itemGroupId` are one name: lower case, letters and digits only, without Google's
 * prefix.
 */
export function plainName(header: string): string {
  return header.toLowerCase().replace(/^\s*g:/, '').replace(/[^\p{L}\p{N}]/gu, '')
}

/**
 * Where each field stands in the header: cell numbers from 0, -1 for a field that is not there.
 *
 * @param named what `--map` says: field → header name
 * @throws InputError when a required field is missing, naming what was looked for and what is there
 */
export function findColumns<Field extends string>(
  header: readonly string[], aliases: Aliases<Field>, required: readonly Field[], named: ReadonlyMap<string, string>,
  file: string,
): Record<Field, number> {
  const names = header.map(plainName)
  const found = {} as Record<Field, number>
  for (const field of Object.keys(aliases) as Field[]) {
    const wanted = named.get(field)
    found[field] = wanted !== undefined ? names.indexOf(plainName(wanted))
      : aliases[field].reduce<number>((at, alias) => at >= 0 ? at : names.indexOf(alias), -1)
    if (found[field] >= 0 || !required.includes(field)) continue
    const others = aliases[field].slice(1, 5).join(', ')
    const present = header.map(name => name.trim()).filter(name => name !== '').slice(0, 20).join(', ') || 'nothing'
    throw new InputError(
      wanted === undefined ? `no column for ${field}` : `no column ${wanted} for ${field}, which --map names`,
      `the header has: ${present}. Name one of them ${field} (or ${others}), or pass --map ${field}=COLUMN`,
      { file, line: 1 },
    )
  }
  return found
}
