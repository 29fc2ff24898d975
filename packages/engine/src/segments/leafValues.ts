import type { ShopEvent } from '../event.ts'
import type { Item } from '../item.ts'
import { itemsOf } from '../profile/itemsOf.ts'
import { compare } from './compare.ts'
import type { Plain, PropertyTest } from './rule.ts'

/** Properties of an event's items; any other name is one of the event itself. `item_revenue` is price times quantity. */
export const itemProps: ReadonlySet<string> = new Set([
  'item_id', 'item_group_id', 'item_name', 'item_variant', 'item_brand', 'item_category', 'price', 'quantity', 'discount', 'index', 'in_stock',
  'item_revenue',
])

/** What is looked for in an event. */
export interface Matcher {
  prop?: string
  where?: readonly PropertyTest[]
}

/** The name that rules call an event by: of one of the shop's own, the shop's. */
export function ruleName({ name, params }: ShopEvent): string {
  return name === 'custom' ? params.event_name : name
}

/** An event as leaves look at it; made once for all of them. */
export interface EventView {
  event: ShopEvent
  params: Record<string, unknown>
  /** Its items, once somebody has asked. */
  items?: Record<string, unknown>[]
}

export function viewOf(event: ShopEvent): EventView {
  return { event, params: { ...event.params, page: event.page } }
}

/**
 * The values that an event gives to a leaf, none when it does not match: of items, one each; without `prop`, one `true`.
 * The event's name has been looked at before.
 */
export function leafValues({ prop, where = [] }: Matcher, view: EventView): Plain[] {
  let asksItems = prop !== undefined && itemProps.has(prop)
  const ofItems = asksItems
  for (const test of where) {
    if (itemProps.has(test.prop)) asksItems = true
    else if (!compare(plainOf(view.params, test.prop), test.op, test.value)) return []
  }
  if (!asksItems) return one(prop === undefined ? true : plainOf(view.params, prop))
  view.items ??= (itemsOf(view.params) ?? []).map(factsOf)
  const values: Plain[] = []
  for (const item of view.items) {
    if (!where.every(test => !itemProps.has(test.prop) || compare(plainOf(item, test.prop), test.op, test.value))) continue
    if (!ofItems) return one(prop === undefined ? true : plainOf(view.params, prop))
    values.push(...one(plainOf(item, prop!)))
  }
  return values
}

function one(value: Plain | undefined): Plain[] {
  return value === undefined ? [] : [value]
}

function factsOf(item: Item): Record<string, unknown> {
  return item.price === undefined ? { ...item } : { ...item, item_revenue: item.price * item.quantity! }
}

function plainOf(of: Record<string, unknown>, name: string): Plain | undefined {
  const value = Object.hasOwn(of, name) ? of[name] : undefined
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value) ? value as Plain : undefined
}
