import type { Reason, StrategyName } from './recommendation.ts'
import type { Shelf } from './shelf.ts'

/** Fills what is left of a shelf with these items, as they come; each is scored below the card before it. Unknown ones (-1) are passed over. */
export function placeInOrder(shelf: Shelf, indices: Iterable<number>, strategy: StrategyName, reasonOf: (index: number) => Reason): void {
  const ceiling = shelf.cards.at(-1)?.score ?? 1
  let place = 1
  for (const index of indices) {
    if (shelf.isFull()) return
    if (index >= 0 && shelf.isOpen(index)) shelf.place(index, ceiling / ++place, strategy, [reasonOf(index)])
  }
}
