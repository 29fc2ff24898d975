import type { ItemMemory } from '../../profile/profile.ts'
import { placeOwnItems } from '../placeOwnItems.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'

/**
 * Unfinished: what was put into the basket or looked at, and neither bought nor in the basket now. The basket's first, newest
 * first; what the shopper took out of it since the last look is finished. Needs a profile; works without a model.
 */
export function continueLooking(context: RankContext): Recommendation[] {
  const shelf = createShelf(context)
  const memories = Object.values(context.input.profile?.items ?? {})
    .filter(({ orders, inferredAt, reported, lastViewedAt = 0 }) =>
      !orders && inferredAt === undefined && !(reported && reported.units < 0 && reported.at >= lastViewedAt))
    .sort((a, b) => wish(b) - wish(a) || touchedAt(b) - touchedAt(a) || (a.item.item_id < b.item.item_id ? -1 : 1))
  placeOwnItems(shelf, memories, 'continue', ({ adds, lastAddedAt, views: times, lastViewedAt }) =>
    adds > 0 && lastAddedAt ? { kind: 'was-in-cart', lastAt: lastAddedAt }
      : lastViewedAt ? { kind: 'seen-before', lastAt: lastViewedAt, times } : undefined)
  return shelf.cards
}

const wish = ({ adds }: ItemMemory): number => (adds > 0 ? 1 : 0)
const touchedAt = ({ lastAddedAt, lastViewedAt }: ItemMemory): number => Math.max(lastAddedAt ?? 0, lastViewedAt ?? 0)
