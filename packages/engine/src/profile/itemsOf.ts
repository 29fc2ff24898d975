import type { Item } from '../item.ts'

/** An item of an event with its units settled: whole, >= 1. */
export interface CountedItem extends Item {
  quantity: number
}

/**
 * The items of an event, one per id, units of doubles summed, order of first mention.
 * @returns undefined when the event is junk: no list, or a list without a single item in it. An empty list is a fact.
 */
export function itemsOf(params: { items?: unknown }): CountedItem[] | undefined {
  const { items } = params
  if (!Array.isArray(items)) return undefined
  const byId = new Map<string, CountedItem>()
  for (const item of items as (Item | null | undefined)[]) {
    const id = item?.item_id
    if (typeof id !== 'string' || id === '') continue
    const units = Number(item!.quantity) >= 1 ? Math.floor(item!.quantity!) : 1
    const known = byId.get(id)
    if (known) known.quantity += units
    else byId.set(id, { ...item!, quantity: units })
  }
  if (byId.size === 0 && items.length > 0) return undefined
  return [...byId.values()]
}
