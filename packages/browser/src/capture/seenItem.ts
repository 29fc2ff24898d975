import type { Item } from '@shopside/engine'
import { toCurrency, toId, toItem, type Origin } from '@shopside/engine/boundary'
import { toAvailable } from './availability.ts'
import type { SeenProduct } from './sighting.ts'

/** What a source says of a product, in any form. */
export interface SaidProduct {
  /** By the names of Item (`id` for `item_id` is read too); only own ones are read. */
  fields: object
  currency?: unknown
  available?: unknown
  /** Further names of it. */
  ids?: unknown[]
}

/** The same through the boundary. Without an id the rest is kept: another source may know the id. */
export function toSeen({ fields, currency, available, ids = [] }: SaidProduct, origin: Origin): SeenProduct {
  // No prototype: what a page has added to Object.prototype is no field of its product.
  const raw: Record<string, unknown> = { __proto__: null, ...fields }
  const id = toId(raw['item_id'] ?? raw['id'])
  const { item_id, ...rest } = toItem({ ...raw, item_id: id ?? '-' }, origin)!
  const item: Partial<Item> = id === undefined ? rest : { item_id, ...rest }
  const names = [id, ...ids].flatMap(one => toId(one) ?? [])
  return { item, ids: [...new Set(names)], currency: toCurrency(currency), available: toAvailable(available) }
}
