import type { Item, Profile, ShopEvent } from '@shopside/engine'
import { keptNames, type KeptNames } from './keptNames.ts'
import type { RememberedDay, RememberedLine } from './remembered.ts'

/** Two reports of one click count once (as in the fold of the basket). */
const sameClickMs = 2000

/**
 * Noted on pages, folded into nothing that names an item: taken back by the day. Caps of nudges are not among them, or they would
 * ask again.
 */
const pageEvents: ReadonlySet<string> = new Set([
  'page_view', 'view_item_list', 'select_item', 'begin_checkout', 'user_engagement', 'select_promotion', 'segment_entered', 'segment_exited',
  'custom',
])

/** True for what is taken back by the day: what was noted on pages, and an order that was only concluded from them. */
export function isOfPages(event: ShopEvent): boolean {
  return pageEvents.has(event.name) || (event.name === 'purchase' && event.params.inferred === true)
}

/** What a timeline is made of. `dayOf` gives the start of the calendar day of a time, epoch ms. */
export interface TimelineInput {
  events: readonly ShopEvent[]
  /** Of events whose raw form is gone. */
  base?: Profile | undefined
  /** Of all of them: decides which orders there are. */
  profile: Profile
  titleOf: (itemId: string) => string
  dayOf: (at: number) => number
}

/** Days with what is remembered of them, newest first; within a day the latest first, pages last. */
export function timelineOf(input: TimelineInput): RememberedDay[] {
  const days = new Map<number, Map<string, RememberedLine>>()
  const orders = new Map(input.profile.orders.map(order => [order.id, order]))
  const told = new Set<string>()

  function line<Line extends RememberedLine>(key: string, first: Line): Line {
    const day = input.dayOf(first.at)
    const lines = days.get(day) ?? new Map<string, RememberedLine>()
    days.set(day, lines)
    const known = lines.get(key) as Line | undefined
    if (known === undefined) lines.set(key, first)
    else known.at = Math.max(known.at, first.at)
    return known ?? first
  }
  const about = (
    itemId: string, at: number,
  ): { at: number; itemId: string; title: string } => ({ at, itemId, title: input.titleOf(itemId) })
  const looked = (itemId: string, at: number, times: number): void => {
    line(`looked ${itemId}`, { kind: 'looked', ...about(itemId, at), times: 0 }).times += times
  }
  const put = (itemId: string, at: number, units: number | undefined): void => {
    const found = line(`put ${itemId}`, { kind: 'put', ...about(itemId, at), ...(units !== undefined && { units: 0 }) })
    if (units !== undefined && 'units' in found) found.units = (found.units ?? 0) + units
    else delete found.units
  }
  const searched = (term: string, at: number): void => {
    line(`searched ${term}`, { kind: 'searched', at, term, times: 0 }).times++
  }
  const ordered = (orderId: string): void => {
    const order = orders.get(orderId)
    if (order === undefined || told.has(orderId)) return
    told.add(orderId)
    const { at, items, value, currency, hidden } = order
    line(`ordered ${orderId}`, {
      kind: 'ordered', at, orderId, things: items.length,
      ...(hidden && { hidden }), ...(!hidden && value !== undefined && currency !== undefined && { value, currency }),
    })
  }

  const [older, ...kept] = keptNames(input.events)
  if (input.base !== undefined) tellBase(input.base, older!, { looked, put, searched, ordered })
  const basket = followBasket(put)
  input.events.forEach((event, index) => {
    const { at, name } = event
    const names = kept[index]!
    const items = itemsOf(event).filter(item => names.item(item.item_id))
    switch (name) {
      case 'view_item': for (const item of items) looked(item.item_id, at, 1); break
      case 'add_to_cart': basket.reported(itemsOf(event), at, names); break
      case 'remove_from_cart': basket.takenOut(itemsOf(event)); break
      case 'view_cart': basket.told(itemsOf(event), at, names); break
      case 'more_like_this': for (const item of items) line(
        `wanted ${item.item_id}`, { kind: 'wanted', ...about(item.item_id, at) },
      ); break
      case 'not_for_me': {
        const refused = event.params.undone === true
          ? [] : items.filter(item => Object.hasOwn(input.profile.notForMe, item.item_id))
        for (const item of refused) line(`refused ${item.item_id}`, { kind: 'refused', ...about(item.item_id, at) })
        break
      }
      case 'search': if (names.search(event.params.search_term)) searched(event.params.search_term, at); break
      case 'purchase': ordered(event.params.transaction_id)
    }
    if (isOfPages(event)) {
      const pages = line('pages', { kind: 'pages', at, pages: 0, others: 0 })
      pages[name === 'page_view' ? 'pages' : 'others']++
    }
  })
  return [...days].sort(([a], [b]) => b - a).map(([at, lines]) => ({ at, lines: [...lines.values()].sort(byTime) }))
}

/** What of the base is still remembered: counts on the day of their latest. */
function tellBase(base: Profile, names: KeptNames, tell: {
  looked: (itemId: string, at: number, times: number) => void
  put: (itemId: string, at: number, units: number | undefined) => void
  searched: (term: string, at: number) => void
  ordered: (orderId: string) => void
}): void {
  for (const id of Object.keys(base.items)) {
    const { views, lastViewedAt, adds, lastAddedAt } = base.items[id]!
    if (!names.item(id)) continue
    if (views > 0 && lastViewedAt !== undefined) tell.looked(id, lastViewedAt, views)
    if (adds > 0 && lastAddedAt !== undefined && names.basket) tell.put(id, lastAddedAt, undefined)
  }
  for (const { term, at } of base.searches) if (names.search(term)) tell.searched(term, at)
  for (const { id } of base.orders) tell.ordered(id)
}

/**
 * What was put into the basket, said once: by a report, or by a snapshot that holds more than was reported. What was forgotten is
 * followed and not said, so that a basket which still holds it is no news.
 */
function followBasket(tell: (itemId: string, at: number, units: number) => void) {
  const held = new Map<string, number>()
  const reports = new Map<string, { at: number; units: number }>()
  const change = (itemId: string, units: number): void => void held.set(itemId, Math.max(0, (held.get(itemId) ?? 0) + units))
  const put = (itemId: string, at: number, units: number, names: KeptNames): void => {
    if (units > 0 && names.basket && names.item(itemId)) tell(itemId, at, units)
  }
  return {
    reported(items: readonly Item[], at: number, names: KeptNames): void {
      for (const { item_id: id, quantity = 1 } of items) {
        const last = reports.get(id)
        const units = last && at - last.at < sameClickMs ? Math.max(0, quantity - last.units) : quantity
        reports.set(id, { at, units: quantity })
        put(id, at, units, names)
        change(id, units)
      }
    },
    takenOut(items: readonly Item[]): void {
      for (const { item_id: id, quantity = 1 } of items) change(id, -quantity)
    },
    told(items: readonly Item[], at: number, names: KeptNames): void {
      for (const { item_id: id, quantity = 1 } of items) put(id, at, quantity - (held.get(id) ?? 0), names)
      held.clear()
      for (const { item_id: id, quantity = 1 } of items) held.set(id, (held.get(id) ?? 0) + quantity)
    },
  }
}

function itemsOf(event: ShopEvent): Item[] {
  const { items } = event.params as { items?: unknown }
  return Array.isArray(items) ? (items as (Item | null)[]).filter(item => typeof item?.item_id === 'string') as Item[] : []
}

function byTime(a: RememberedLine, b: RememberedLine): number {
  return Number(a.kind === 'pages') - Number(b.kind === 'pages') || b.at - a.at
}
