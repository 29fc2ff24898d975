import type { EpochMs } from '../event.ts'
import type { Taste } from '../predict/predictions.ts'
import { tasteHalfLifeDays } from '../profile/interestFold.ts'

const dayMs = 86_400_000
/** What makes a favourite: half of all purchases, twice as much as of the store's, in so many orders. */
const favouriteShare = 0.5
const favouriteLift = 2
const fewestOrders = 3

/** An item that was bought, by what it is. */
export interface Buy {
  at: EpochMs
  names: readonly string[]
}

/** What most purchases are of. They all age alike, so that only an order changes this. */
export function isFavourite({ bought, share, lift }: Taste): boolean {
  return bought !== undefined && bought.orders >= fewestOrders && bought.share >= favouriteLimit(share / lift)
}

/**
 * Since which order a taste has been a favourite, which it is.
 *
 * @param orders those that count for it
 * @param buys all purchases that its attribute is known of, in any order
 */
export function favouredSince({ value, share, lift }: Taste, orders: ReadonlySet<EpochMs>, buys: readonly Buy[]): EpochMs {
  const limit = favouriteLimit(share / lift)
  const sorted = [...buys].sort((a, b) => a.at - b.at)
  const counted = new Set<EpochMs>()
  let [all, own, since] = [0, 0, Infinity]
  for (const [place, { at, names }] of sorted.entries()) {
    const weight = 2 ** (at / (tasteHalfLifeDays.long * dayMs))
    all += weight
    if (names.includes(value) && orders.has(at)) {
      own += weight
      counted.add(at)
    }
    if (sorted[place + 1]?.at === at) continue
    since = counted.size >= fewestOrders && own >= limit * all ? Math.min(since, at) : Infinity
  }
  // Rounded differently than the share of now, it may just miss the limit at the last order.
  return Math.min(since, sorted.at(-1)!.at)
}

function favouriteLimit(store: number): number {
  return Math.max(favouriteShare, favouriteLift * store)
}
