import type { EventDraft, EventName } from '../event.ts'
import { toId } from './id.ts'
import { toItems, type Origin } from './item.ts'
import { toCurrency, toPrice } from './money.ts'
import { toSearchTerm } from './searchTerm.ts'
import { toText } from './text.ts'

/** What a parameter may hold. A capital is a must: without it the event means nothing and is refused. */
type Kind = 'ITEMS' | 'items' | 'list' | 'ID' | 'text' | 'currency' | 'price' | 'TERM' | 'flag' | 'count'

const money = { currency: 'currency', value: 'price' } as const
const list = {
  items: 'ITEMS', item_list_id: 'text', item_list_name: 'text', shopside_strategy: 'text', shopside_placement: 'text',
} as const
const promotion = { promotion_id: 'ID', promotion_name: 'text', creative_slot: 'text' } as const

/** The parameters of every event; whatever is not named here does not come in. `list` may be empty, but must be an array. */
const parameterKinds: Record<EventName, Record<string, Kind>> = {
  page_view: { page_type: 'text' },
  view_item: { items: 'ITEMS', ...money },
  view_item_list: list,
  select_item: list,
  search: { search_term: 'TERM' },
  add_to_cart: { items: 'ITEMS', ...money, shopside_strategy: 'text', shopside_placement: 'text' },
  remove_from_cart: { items: 'ITEMS', ...money },
  view_cart: { items: 'list', ...money },
  begin_checkout: { items: 'items', ...money },
  purchase: { transaction_id: 'ID', items: 'items', ...money },
  view_promotion: promotion,
  select_promotion: promotion,
  dismiss_promotion: promotion,
  not_for_me: { items: 'ITEMS', undone: 'flag' },
  more_like_this: { items: 'ITEMS' },
  hide_order: { transaction_id: 'ID' },
  consent_changed: { purpose: 'text', state: 'text' },
  segment_entered: { segment_id: 'ID' },
  forget: { items: 'items', what: 'text' },
  compacted: { until: 'count', count: 'count' },
}

/** The same as lists, made once: `track` runs on the page's hot path. */
const parameters = new Map(Object.entries(parameterKinds).map(([name, kinds]) => [name, Object.entries(kinds)]))

/** Either a draft, or in a word why not: the word is counted in `status().events.dropped`. */
export type DraftResult = { draft: EventDraft; reason?: undefined } | { draft?: undefined; reason: string }

/**
 * The way in: a name and parameters from page, storage, file or message become an event of ours, or a reason why not.
 * Never throws for plain data; getters that throw are the caller's to catch.
 *
 * @returns reason `unknown-event`, or `missing-<parameter>` for one without which the event means nothing
 */
export function toDraft(name: unknown, params: unknown, origin: Origin): DraftResult {
  const kinds = parameters.get(name as string)
  if (kinds === undefined) return { reason: 'unknown-event' }
  const raw = (typeof params === 'object' && params !== null ? params : {}) as Record<string, unknown>
  const clean: Record<string, unknown> = {}
  for (const [field, kind] of kinds) {
    const given = raw[field]
    const value = given === undefined ? undefined : read(kind, given, origin)
    if (value !== undefined) clean[field] = value
    else if (kind === kind.toUpperCase() || kind === 'list') return { reason: `missing-${field}` }
  }
  return { draft: { name, params: clean } as EventDraft }
}

function read(kind: Kind, value: unknown, origin: Origin): unknown {
  switch (kind) {
    case 'ITEMS': {
      const items = toItems(value, origin)
      return items.length > 0 ? items : undefined
    }
    case 'items': return toItems(value, origin)
    case 'list': return Array.isArray(value) ? toItems(value, origin) : undefined
    case 'ID': return toId(value)
    case 'TERM': return toSearchTerm(value)
    case 'currency': return toCurrency(value)
    case 'price': return toPrice(value)
    case 'flag': return value === true ? true : undefined
    case 'count': return typeof value === 'number' && value >= 0 && value <= 864e13 ? value : undefined
    case 'text': return toText(value, 100)
  }
}
