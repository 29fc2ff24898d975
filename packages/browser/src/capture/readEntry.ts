/** One thing that a data layer's entry tells: a GA4 name of ours and parameters that still have to pass the boundary. */
export interface LayerEvent {
  name: string
  params: Record<string, unknown>
}

/** GA4's names that are ours too, and its other name for a search. `page_view` is not: capture says its own, once. */
const ga4Names: ReadonlyMap<string, string> = new Map([
  ...[
    'view_item', 'view_item_list', 'select_item', 'search', 'add_to_cart', 'remove_from_cart', 'view_cart', 'begin_checkout',
    'purchase',
  ]
    .map(name => [name, name] as const),
  ['view_search_results', 'search'],
])

/** Actions of Universal Analytics' Enhanced Ecommerce (Google's "Enhanced Ecommerce (UA) developer guide" for Tag Manager). */
const oldActions: readonly (readonly [string, string])[] = [
  ['detail', 'view_item'], ['click', 'select_item'], ['add', 'add_to_cart'], ['remove', 'remove_from_cart'],
  ['checkout', 'begin_checkout'], ['purchase', 'purchase'],
]

const oldFields: readonly (readonly [string, string])[] = [
  ['item_id', 'id'], ['item_name', 'name'], ['item_brand', 'brand'], ['item_category', 'category'], ['item_variant', 'variant'],
  ['price', 'price'], ['quantity', 'quantity'],
]

type Foreign = Readonly<Record<string, unknown>>

/**
 * Reads one entry of a data layer: gtag's Arguments (`event`, name, parameters), Tag Manager's objects with GA4's or the older
 * `ecommerce`, GA4 parameters beside the event's name. Everything else (`ecommerce: null`, consent, config, our own pushes):
 * nothing.
 */
export function readEntry(entry: unknown): LayerEvent[] {
  if (!isForeign(entry)) return []
  if (isArguments(entry)) {
    const [command, name, params] = Array.from(entry)
    return command === 'event' && typeof name === 'string' ? readGa4(name, isForeign(params) ? params : {}) : []
  }
  if (own(entry, 'shopside') === true) return []
  const event = own(entry, 'event')
  const ecommerce = own(entry, 'ecommerce')
  if (!isForeign(ecommerce)) return typeof event === 'string' ? readGa4(event, entry) : []
  // A shop on the way to GA4 says both in one entry: the newer one says more.
  const hasItems = Array.isArray(own(ecommerce, 'items'))
  const [old, ga4] = [readOld(ecommerce), typeof event === 'string' ? readGa4(event, ecommerce) : []]
  return old.length > 0 && !(hasItems && ga4.length > 0) ? old : ga4
}

function readGa4(event: string, params: Foreign): LayerEvent[] {
  const name = ga4Names.get(event)
  if (name === undefined || own(params, 'shopside') === true) return []
  const read: Record<string, unknown> = {}
  for (const field of ['items', 'currency', 'value', 'transaction_id', 'search_term', 'item_list_id', 'item_list_name']) {
    read[field] = own(params, field)
  }
  const { items } = read
  if (Array.isArray(items)) read['items'] = items.map(withOldNames)
  return [{ name, params: read }]
}

function readOld(ecommerce: Foreign): LayerEvent[] {
  const currency = own(ecommerce, 'currencyCode') ?? own(ecommerce, 'currency')
  const events: LayerEvent[] = []
  const impressions = own(ecommerce, 'impressions')
  if (Array.isArray(impressions)) {
    const lists = new Map<unknown, unknown[]>()
    for (const product of impressions) {
      const list = isForeign(product) ? own(product, 'list') : undefined
      if (!lists.has(list)) lists.set(list, [])
      lists.get(list)!.push(toItemFields(product))
    }
    for (const [list, items] of lists) events.push({ name: 'view_item_list', params: { item_list_name: list, items } })
  }
  for (const [action, name] of oldActions) {
    const done = own(ecommerce, action)
    const products = isForeign(done) ? own(done, 'products') : undefined
    if (!Array.isArray(products)) continue
    const about = own(done as Foreign, 'actionField')
    const field = isForeign(about) ? about : {}
    // Later steps of a checkout are the same checkout.
    if (action === 'checkout' && Number(own(field, 'step') ?? 1) > 1) continue
    events.push({ name, params: {
      currency, items: products.map(toItemFields), value: own(field, 'revenue'), transaction_id: own(field, 'id'),
      item_list_name: own(field, 'list'),
    } })
  }
  return events
}

/** Universal Analytics' gtag says the newer events of items with the older names. */
function withOldNames(item: unknown): unknown {
  return isForeign(item) && (own(item, 'item_id') ?? own(item, 'item_name')) === undefined ? { ...toItemFields(item), ...item } : item
}

function toItemFields(product: unknown): Record<string, unknown> {
  const item: Record<string, unknown> = {}
  if (!isForeign(product)) return item
  for (const [ours, theirs] of oldFields) item[ours] = own(product, theirs)
  const position = own(product, 'position')
  if (typeof position === 'number' && position >= 1) item['index'] = position - 1
  return item
}

/** gtag pushes its `arguments`; some tag managers an array in their place. */
function isArguments(entry: object): entry is ArrayLike<unknown> {
  return Array.isArray(entry) || Object.prototype.toString.call(entry) === '[object Arguments]'
}

function isForeign(value: unknown): value is Foreign {
  return typeof value === 'object' && value !== null
}

function own(record: Foreign, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
