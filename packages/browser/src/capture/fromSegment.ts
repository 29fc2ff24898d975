/**
 * Segment's e-commerce spec v2 (segment.com/docs/connections/spec/ecommerce/v2), by name: what it is called here. Events of the
 * spec that are not listed (coupons, wish lists, shares) have no meaning of ours and are kept as custom events.
 */
const names: ReadonlyMap<string, string> = new Map([
  ['products searched', 'search'],
  ['product list viewed', 'view_item_list'], ['product list filtered', 'view_item_list'],
  ['product clicked', 'select_item'], ['product viewed', 'view_item'],
  ['product added', 'add_to_cart'], ['product removed', 'remove_from_cart'],
  ['cart viewed', 'view_cart'], ['checkout started', 'begin_checkout'], ['order completed', 'purchase'],
  ['promotion viewed', 'view_promotion'], ['promotion clicked', 'select_promotion'],
])

/** Our event parameter, and the spec's names for it, the best first. */
const eventFields: readonly [string, ...string[]][] = [
  ['currency', 'currency'], ['value', 'value', 'total', 'revenue'], ['transaction_id', 'order_id'], ['search_term', 'query'],
  ['item_list_id', 'list_id'], ['item_list_name', 'category'], ['cart_token', 'cart_id'],
  ['promotion_id', 'promotion_id'], ['promotion_name', 'name', 'creative'], ['creative_slot', 'position'],
]

/** Our field of an item, and the spec's. The SKU is the variant and so our id; without one the product stands for itself. */
const itemFields: readonly [string, ...string[]][] = [
  ['item_id', 'sku', 'product_id'], ['item_group_id', 'product_id'], ['item_name', 'name'], ['item_brand', 'brand'],
  ['item_category', 'category'], ['item_variant', 'variant'], ['price', 'price'], ['quantity', 'quantity'],
  ['url', 'url'], ['image_url', 'image_url'],
]

/**
 * An event of Segment's spec in our words. Prices are major units in both.
 *
 * @param params plain data, or anything
 * @returns undefined when the name is not of the spec; the parameters still have to pass the boundary
 */
export function fromSegment(name: string, params: unknown): { name: string; params: object } | undefined {
  const ours = names.get(name.toLowerCase())
  if (ours === undefined) return undefined
  const given = isRecord(params) ? params : {}
  const products = own(given, 'products')
  // Events about one product carry its fields themselves.
  const lines = Array.isArray(products) ? products : own(given, 'sku') ?? own(given, 'product_id') ? [given] : []
  return { name: ours, params: { ...pick(given, eventFields), items: lines.filter(isRecord).map(toItemFields) } }
}

function toItemFields(product: Record<string, unknown>): Record<string, unknown> {
  const item = pick(product, itemFields)
  // The spec's examples count places from 1.
  const position = own(product, 'position')
  if (typeof position === 'number' && position >= 1) item['index'] = position - 1
  if (typeof item['item_category'] === 'string') item['item_category'] = item['item_category'].split(/\s*[/>]\s*/).at(-1)
  return item
}

function pick(from: Record<string, unknown>, fields: readonly [string, ...string[]][]): Record<string, unknown> {
  const picked: Record<string, unknown> = {}
  for (const [ours, ...theirs] of fields) {
    for (const field of theirs) {
      const value = own(from, field)
      if (value != null && picked[ours] === undefined) picked[ours] = value
    }
  }
  return picked
}

function own(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
