import type { ItemMemory } from '../profile/profile.ts'
import type { Reason, StrategyName } from './recommendation.ts'
import type { Shelf } from './shelf.ts'

/** Fills a shelf with items of the shopper's own, in the order given: those that there is a reason to show. */
export function placeOwnItems(
  shelf: Shelf, memories: Iterable<ItemMemory | undefined>, strategy: StrategyName,
  reasonOf: (memory: ItemMemory) => Reason | undefined,
): void {
  for (const memory of memories) {
    const reason = memory && !shelf.isFull() && reasonOf(memory)
    if (reason) shelf.placeOwn(memory, 1 / (shelf.cards.length + 1), strategy, reason)
  }
}
