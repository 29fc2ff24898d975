import type { EventDraft, EventName } from '../event.ts'
import { toId } from './id.ts'
import { toItems, type Origin } from './item.ts'
import { toCurrency, toPrice } from './money.ts'
import { toSearchTerm } from './searchTerm.ts'
import { toText } from './text.ts'

type Read = (value: unknown, origin: Origin) => unknown

const text: Read = value => toText(value, 100)
const flag: Read = value => value === true || undefined
const count: Read = value => (typeof value === 'number' && value >= 0 && value <= 864e13 ? value : undefined)

/** How each parameter is read, whatever event it is of; one that is not named here is a text of at most 100 letters. */
const reads: Readonly<Record<string, Read>> = {
  items: toItems, currency: toCurrency, value: toPrice,
  transaction_id: toId, promotion_id: toId, segment_id: toId, cart_token: toId,
  search_term: toSearchTerm, item_list_name: toSearchTerm, source: toSearchTerm, medium: toSearchTerm, campaign: toSearchTerm,
  undone: flag, inferred: flag, until: count, count, engagement_time_msec: count,
}

const list = '!items item_list_id item_list_name shopside_strategy shopside_placement'
const promotion = '!promotion_id promotion_name creative_slot'

/**
 * The parameters of every event; whatever is not named here does not come in. `!` is a must: without it, or with an empty list, the event
 * means nothing and is refused. `=` must be an array and may be empty.
 * `custom` and `declare` are not here: their parameters have names of their own, and `toCustom` and `toDeclared` read them.
 */
const parameterNames: Record<Exclude<EventName, 'custom' | 'declare'>, string> = {
  page_view: 'page_type referrer_host source medium campaign click_ids',
  view_item: '!items currency value',
  view_item_list: list,
  select_item: list,
  search: '!search_term',
  add_to_cart: '!items currency value shopside_strategy shopside_placement',
  remove_from_cart: '!items currency value',
  view_cart: '=items currency value cart_token',
  begin_checkout: 'items currency value cart_token',
  purchase: '!transaction_id items currency value inferred',
  user_engagement: '!items !engagement_time_msec',
  view_promotion: promotion,
  select_promotion: promotion,
  dismiss_promotion: promotion,
  not_for_me: '!items undone',
  more_like_this: '!items',
  hide_order: '!transaction_id',
  consent_changed: 'purpose state source',
  segment_entered: '!segment_id',
  segment_exited: '!segment_id',
  forget: 'items search_term transaction_id what fact guess undone',
  compacted: 'until count',
}

/** The same, taken apart once: `track` runs on the page's hot path. */
const parameters = new Map(Object.entries(parameterNames).map(([name, names]) => [name, names.split(' ').map(word => {
  const field = word.replace(/^\W/, '')
  return { field, must: word[0] === '!', mustBeArray: word[0] === '=', read: reads[field] ?? text }
})]))

/** Either a draft, or in a word why not: the word is counted in `status().events.dropped`. */
export type DraftResult = { draft: EventDraft; reason?: undefined } | { draft?: undefined; reason: string }

/**
 * The way in: a name and parameters from page, storage, file or message become an event of ours, or a reason why not.
 * Never throws for plain data; getters that throw are the caller's to catch.
 *
 * @returns reason `unknown-event`, or `missing-<parameter>` for one without which the event means nothing
 */
export function toDraft(name: unknown, params: unknown, origin: Origin): DraftResult {
  const known = parameters.get(name as string)
  if (known === undefined) return { reason: 'unknown-event' }
  const raw = (typeof params === 'object' && params !== null ? params : {}) as Record<string, unknown>
  const clean: Record<string, unknown> = {}
  for (const { field, must, mustBeArray, read } of known) {
    // Only its own: a page may have added to Object.prototype.
    const given = Object.hasOwn(raw, field) ? raw[field] : undefined
    const value = given === undefined ? undefined : read(given, origin)
    const isMissing = must ? value === undefined || (value as { length?: number }).length === 0 : mustBeArray && !Array.isArray(given)
    if (isMissing) return { reason: `missing-${field}` }
    if (value !== undefined) clean[field] = value
  }
  return { draft: { name, params: clean } as EventDraft }
}
