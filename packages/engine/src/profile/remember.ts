import type { EpochMs } from '../event.ts'
import type { Item } from '../item.ts'
import type { Draft } from './draft.ts'
import { recall } from './recall.ts'
import type { ItemMemory } from './profile.ts'
import { trimRecord } from './trimRecord.ts'

/** Items remembered at most (DESIGN 5 keeps the state small); at the limit a fifth leaves at once, so that the sort is rare. */
const maxItems = 500
const keptItems = 400

/**
 * A fresh memory of the item, already in the draft, for the caller to write on. What the page says now replaces what it said
 * before, field by field: an event that names only the id forgets no title.
 * @param currency of `item.price`, as the event says
 */
export function remember(draft: Draft, item: Item, at: EpochMs, currency?: unknown): ItemMemory {
  const { quantity, index, discount, ...facts } = item
  const known = recall(draft.profile, item.item_id)
  const memory: ItemMemory = known
    ? { ...known, item: { ...known.item, ...facts } }
    : { item: facts, views: 0, adds: 0, orders: 0, orderedAt: [] }
  if (item.price !== undefined) {
    memory.pricedAt = at
    delete memory.currency
    if (typeof currency === 'string') memory.currency = currency
  }
  if (!known) {
    if (draft.itemCount >= maxItems) {
      trimRecord(draft.profile.items, keptItems, touchedAt)
      draft.itemCount = keptItems
    }
    draft.itemCount++
  }
  draft.profile.items[item.item_id] = memory
  return memory
}

/** Takes an item out of the draft. */
export function dropMemory(draft: Draft, itemId: string): void {
  if (!recall(draft.profile, itemId)) return
  delete draft.profile.items[itemId]
  draft.itemCount--
}

/** When it was last touched; an ordered item counts as touched later than any that was not, and leaves last. */
function touchedAt(memory: ItemMemory): EpochMs {
  const orderedAt = memory.orderedAt.at(-1)
  return Math.max(memory.lastViewedAt ?? 0, memory.lastAddedAt ?? 0, memory.wantedAt ?? 0, orderedAt === undefined ? 0 : orderedAt + 1e15)
}
