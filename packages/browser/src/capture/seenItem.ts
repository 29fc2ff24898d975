import type { Item } from '@shopside/engine'
import { toId, toItem, type Origin } from '@shopside/engine/boundary'

/**
 * Fields that a page gives an item, through the boundary. Without an id the rest is kept: another source may know the id.
 *
 * @param fields by the names of Item (`id` for `item_id` is read too); only own ones are read
 */
export function toSeenItem(fields: object, origin: Origin): Partial<Item> {
  // No prototype: what a page has added to Object.prototype is no field of its product.
  const raw: Record<string, unknown> = { __proto__: null, ...fields }
  const id = toId(raw['item_id'] ?? raw['id'])
  raw['item_id'] = id ?? '-'
  const { item_id, ...rest } = toItem(raw, origin)!
  return id === undefined ? rest : { item_id, ...rest }
}
