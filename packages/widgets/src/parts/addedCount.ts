import type { Item } from '@shopside/engine'
import type { Client } from '@shopside/browser'

/** Lines in the basket after `items` went in, whether the shop has told of them yet or not. */
export function addedCount(client: Client, items: readonly Item[]): number {
  const ids = new Set((client.cart.value?.lines ?? []).map(line => line.item_id))
  for (const item of items) ids.add(item.item_id)
  return ids.size
}
