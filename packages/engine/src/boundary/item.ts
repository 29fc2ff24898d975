import type { Item } from '../item.ts'
import { toId } from './id.ts'
import { toPrice, toQuantity } from './money.ts'
import { toText } from './text.ts'
import { toUrl } from './url.ts'

const textFields = ['item_name', 'item_variant', 'item_brand', 'item_category'] as const

/** Where an address counts as the shop's own. */
export interface Origin {
  /** Address of the page. */
  base: string
  hosts?: readonly string[]
}

/**
 * One entry of `items[]`. Known fields are read by name, one by one, own or not is all the same to us: the result is ours.
 *
 * @returns undefined without an `item_id` (`id` is read too); a field that is no good is left out
 */
export function toItem(value: unknown, origin: Origin): Item | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const raw = value as Record<string, unknown>
  const id = toId(raw['item_id'] ?? raw['id'])
  if (id === undefined) return undefined
  const item: Item = { item_id: id }
  const group = toId(raw['item_group_id'])
  if (group !== undefined) item.item_group_id = group
  for (const field of textFields) {
    const text = toText(raw[field])
    if (text !== undefined) item[field] = text
  }
  const price = toPrice(raw['price'])
  if (price !== undefined) item.price = price
  const quantity = toQuantity(raw['quantity'])
  if (quantity !== undefined) item.quantity = quantity
  const index = raw['index']
  if (typeof index === 'number' && Number.isInteger(index) && index >= 0) item.index = index
  for (const field of ['url', 'image_url'] as const) {
    if (raw[field] === undefined) continue
    const url = toUrl(raw[field], origin.base, origin.hosts)
    if (url !== undefined) item[field] = url
  }
  return item
}

/** GA4's limit of `items[]`. */
const maxItems = 200

/** A whole `items[]`; an entry without an id is left out, and so is everything after the 200th. Not an array: []. */
export function toItems(value: unknown, origin: Origin): Item[] {
  if (!Array.isArray(value)) return []
  const items: Item[] = []
  for (const entry of value.slice(0, maxItems)) {
    const item = toItem(entry, origin)
    if (item !== undefined) items.push(item)
  }
  return items
}
