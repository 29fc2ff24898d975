import { recall } from '../../profile/recall.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'

/** Looked at: the shopper's own items, newest first. Needs a profile; works without a model. */
export function recentlyViewed(context: RankContext): Recommendation[] {
  const { input: { profile } } = context
  const shelf = createShelf(context)
  for (const itemId of [...profile?.viewed ?? []].reverse()) {
    const memory = recall(profile, itemId)
    if (shelf.isFull() || !memory?.lastViewedAt) continue
    const reason = { kind: 'seen-before', lastAt: memory.lastViewedAt, times: memory.views } as const
    shelf.placeOwn(memory, 1 / (shelf.cards.length + 1), 'recently-viewed', reason)
  }
  return shelf.cards
}
