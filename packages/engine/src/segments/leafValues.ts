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
  /** Its items, once somebody has asked. */
  items?: readonly Item[]
}

/**
 * The values that an event gives to a leaf, none when it does not match: of items, one each; without `prop`, one `true`.
 * The event's name has been looked at before.
 */
export function leafValues({ prop, where = [] }: Matcher, view: EventView): Plain[] {
  const { event } = view
  const ofItems = prop !== undefined && itemProps.has(prop)
  let asksItems = ofItems
  for (const test of where) {
    if (itemProps.has(test.prop)) asksItems = true
    else if (!compare(eventProp(event, test.prop), test.op, test.value)) return []
  }
  const own = ofItems ? undefined : prop === undefined ? true : eventProp(event, prop)
  if (!asksItems) return own === undefined ? [] : [own]
  view.items ??= itemsOf(event.params as { items?: unknown }) ?? []
  const values: Plain[] = []
  for (const item of view.items) {
    if (!where.every(test => !itemProps.has(test.prop) || compare(itemProp(item, test.prop), test.op, test.value))) continue
    const value = ofItems ? itemProp(item, prop) : own
    if (value !== undefined) values.push(value)
    if (!ofItems) break
  }
  return values
}

function eventProp({ params, page }: ShopEvent, name: string): Plain | undefined {
  return toPlain(name === 'page' ? page : Object.hasOwn(params, name) ? (params as Record<string, unknown>)[name] : undefined)
}

function itemProp(item: Item, name: string): Plain | undefined {
  if (name === 'item_revenue' && item.price !== undefined) return toPlain(item.price * item.quantity!)
  return toPlain(Object.hasOwn(item, name) ? item[name as keyof Item] : undefined)
}

function toPlain(value: unknown): Plain | undefined {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value) ? value as Plain : undefined
}
