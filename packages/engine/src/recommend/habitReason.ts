import type { OwnItem } from './ownHistory.ts'
import { defined } from './defined.ts'
import type { Reason } from './recommendation.ts'

/** "About every n days" needs two gaps of the shopper's own; it is their median. None is shorter than a day. */
const rhythmGaps = 2

/** What is known of an item that the shopper buys again. */
export function habitReason({ memory, lastAt, gaps }: OwnItem): Reason {
  const everyDays = gaps.length < rhythmGaps ? undefined
    : Math.round((gaps[gaps.length - 1 >> 1]! + gaps[gaps.length >> 1]!) / 2)
  return defined<Reason>({ kind: 'buy-again', lastAt, times: memory.orders, lastQuantity: memory.lastQuantity ?? 1, everyDays })
}
