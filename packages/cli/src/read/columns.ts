import { InputError } from '../inputError.ts'

/** What an input is for. */
export type InputRole = 'catalogue' | 'orders' | 'events'

/** Names by which a field is known, best first, written as `plainName` makes them. */
export type Aliases<Field extends string> = Readonly<Record<Field, readonly string[]>>

/** A field of the catalogue. */
export type CatalogueField =
  | 'item_id' | 'item_group_id' | 'title' | 'price' | 'sale_price' | 'sale_dates' | 'sale_from' | 'sale_until' | 'list_price'
  | 'currency' | 'price_at' | 'category' | 'kind' | 'colour' | 'motif' | 'brand' | 'label_0' | 'label_1' | 'label_2' | 'label_3'
  | 'label_4' | 'market' | 'set_size' | 'availability' | 'first_sold' | 'link' | 'image_link'

/** A field of an order line. */
export type OrderField = 'order_id' | 'item_id' | 'time' | 'customer_id' | 'quantity' | 'price' | 'list_price' | 'currency'

/** A field of an event. */
export type EventField = 'session_id' | 'time' | 'event' | 'item_id' | 'customer_id'

/** Fields of a catalogue. Header names of Google Merchant, Shopify, WooCommerce and plain exports. */
export const catalogueAliases: Aliases<CatalogueField> = {
  item_id: ['itemid', 'sku', 'variantsku', 'id', 'productid', 'variantid', 'stockcode', 'productcode', 'articlenumber', 'code'],
  item_group_id: ['itemgroupid', 'groupid', 'handle', 'urlhandle', 'parentid', 'parent', 'productgroup'],
  title: ['title', 'name', 'productname', 'itemname', 'producttitle'],
  price: ['price', 'unitprice', 'variantprice', 'regularprice', 'currentprice'],
  sale_price: ['saleprice', 'sale', 'specialprice'],
  sale_dates: ['salepriceeffectivedate'],
  sale_from: ['salefrom', 'datesalepricestarts', 'dateonsalefrom', 'specialpricefrom'],
  sale_until: ['saleuntil', 'datesalepriceends', 'dateonsaleto', 'specialpriceto'],
  list_price: ['listprice', 'compareatprice', 'variantcompareatprice', 'originalprice', 'msrp', 'rrp', 'regularprice'],
  currency: ['currency', 'currencycode', 'pricecurrency'],
  price_at: ['priceat', 'pricedate', 'priceasof'],
  category: [
    'category', 'producttype', 'productcategory', 'categories', 'department', 'itemcategory', 'type', 'googleproductcategory',
  ],
  kind: ['kind'],
  colour: ['colour', 'color'],
  motif: ['motif', 'design', 'pattern'],
  brand: ['brand', 'vendor', 'manufacturer', 'brandname', 'brands', 'itembrand'],
  label_0: ['label0', 'customlabel0', 'googleshoppingcustomlabel0'],
  label_1: ['label1', 'customlabel1', 'googleshoppingcustomlabel1'],
  label_2: ['label2', 'customlabel2', 'googleshoppingcustomlabel2'],
  label_3: ['label3', 'customlabel3', 'googleshoppingcustomlabel3'],
  label_4: ['label4', 'customlabel4', 'googleshoppingcustomlabel4'],
  market: ['market', 'targetcountry', 'countryofsale', 'feedlabel'],
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
  price: ['unitprice', 'price', 'lineitemprice', 'itemprice'],
  list_price: ['listprice', 'compareatprice', 'lineitemcompareatprice', 'originalprice', 'regularprice'],
  currency: ['currency', 'currencycode', 'ordercurrency'],
}

/** Fields of an event file: one row per item that was looked at, put into the basket or bought. */
export const eventAliases: Aliases<EventField> = {
  session_id: ['sessionid', 'session', 'visitid', 'visit', 'gasessionid'],
  time: ['timestamp', 'time', 'eventtime', 'eventtimestamp', 'datetime', 'date', 'createdat', 'at', 'timeframe', 'eventdate'],
  event: ['event', 'eventname', 'eventtype', 'action', 'type'],
  item_id: ['itemid', 'sku', 'productid', 'variantid', 'item', 'product', 'stockcode', 'articlenumber', 'id'],
  customer_id: ['customerid', 'customer', 'userid', 'visitorid', 'clientid', 'shopperid', 'anonymousid', 'userpseudoid', 'email'],
}

/**
 * `g:item_group_id`, `Item Group ID` and `itemGroupId` are one name: lower case, letters and digits only, without Google's
 * prefix.
 */
export function plainName(header: string): string {
  return header.toLowerCase().replace(/^\s*g:/, '').replace(/[^\p{L}\p{N}]/gu, '')
}

/** The column that `--map` names for a field of an input: `orders.item_id=SKU` before `item_id=SKU`. */
export function namedColumn(named: ReadonlyMap<string, string>, role: InputRole, field: string): string | undefined {
  return named.get(`${role}.${field}`) ?? named.get(field)
}

/** The best known name of a field among names as `plainName` writes them. */
export function findName(
  has: (name: string) => boolean, aliases: readonly string[], wanted: string | undefined,
): string | undefined {
  return wanted === undefined ? aliases.find(has) : has(plainName(wanted)) ? plainName(wanted) : undefined
}

/**
 * Where each field stands in the header: cell numbers from 0, -1 for a field that is not there.
 *
 * @param named what `--map` says: field → header name
 * @throws InputError when a required field is missing, naming what was looked for and what is there
 */
export function findColumns<Field extends string>(
  header: readonly string[], aliases: Aliases<Field>, required: readonly Field[], named: ReadonlyMap<string, string>,
  role: InputRole, file: string,
): Record<Field, number> {
  const names = header.map(plainName)
  const found = {} as Record<Field, number>
  for (const field of Object.keys(aliases) as Field[]) {
    const wanted = namedColumn(named, role, field)
    const name = findName(known => names.includes(known), aliases[field], wanted)
    found[field] = name === undefined ? -1 : names.indexOf(name)
    if (found[field] >= 0 || !required.includes(field)) continue
    const others = aliases[field].slice(1, 5).join(', ')
    const present = header.map(label => label.trim()).filter(label => label !== '').slice(0, 20).join(', ') || 'nothing'
    throw new InputError(
      wanted === undefined ? `no column for ${field}` : `no column ${wanted} for ${field}, which --map names`,
      `the header has: ${present}. Name one of them ${field} (or ${others}), or pass --map ${field}=COLUMN`,
      { file, line: 1 },
    )
  }
  return found
}
