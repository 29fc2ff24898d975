import type { Reason, StrategyName } from './recommendation.ts'
import type { Shelf } from './shelf.ts'

/**
 * How far down an order is looked for what a narrow filter lets through: all of a shop that has one file, and of a larger one more than
 * its shelf and the shards of a page hold. It bounds the time of a list, whatever is asked.
 */
export const mostPassed = 5000

/** Fills what is left of a shelf with these items, as they come; each is scored below the card before it. Unknown ones (-1) are passed over. */
export function placeInOrder(
  shelf: Shelf, indices: Iterable<number>, strategy: StrategyName, reasonOf: (index: number) => Reason, most: number = mostPassed,
): void {
  const ceiling = shelf.cards.at(-1)?.score ?? 1
  let place = 1
  let passed = 0
  for (const index of indices) {
    if (shelf.isFull() || passed++ === most) return
    if (index >= 0 && shelf.isOpen(index)) shelf.place(index, ceiling / ++place, strategy, [reasonOf(index)])
  }
}
