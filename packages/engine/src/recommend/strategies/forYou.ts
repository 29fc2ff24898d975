import { forYouSeeds } from '../forYouSeeds.ts'
import { habitReason } from '../habitReason.ts'
import { habits } from '../habits.ts'
import { placeRelated } from '../placeRelated.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'
import { placePopular } from './popular.ts'

/** Worth of the shopper's strongest habit against one look. */
const habitWeight = 1
const maxHabits = 20

/**
 * For you: what the shopper's own looks, wishes, basket and orders speak for. Needs a model and evidence.
 *
 * - A list counts as for-you from three evident cards on (half of a shorter list); under that it is empty, and the caller falls back.
 * - Places left are filled with popular items, which say so: strategy and reason `popular`.
 * - What was looked at is not shown again (recently-viewed does that); own habits may take half of the row, and all of it where
 *   orders are all that speaks: what somebody buys again is the best guess at the next order.
 * - At most three of a kind in eight, but where orders are all that speaks (it took 0.6 of 16.9 points of the next order's
 *   recall@10 on the last 30 days of Online Retail's training part); after five cards led by one piece of evidence the others
 *   come first.
 */
export function forYou(context: RankContext): Recommendation[] {
  const { limit, board } = context
  const seeds = forYouSeeds(context)
  const { input: { profile, page }, lines, own: { wanted } } = context
  const isChoosing = profile?.viewed.length || wanted.length || lines.length || page.item
  const mostOwn = isChoosing ? limit / 2 : limit
  const shelf = createShelf(context, isChoosing ? Math.ceil(limit * 3 / 8) : Infinity)
  const spoken = seeds.map(seed => seed.index)

  const strongest = habits(context).filter(({ item }) => item.index >= 0 && shelf.isOpen(item.index)).slice(0, maxHabits)
  const own = new Set<number>()
  const [first, second] = strongest
  for (const { item, score } of strongest) {
    const { index } = item
    own.add(index)
    const weight = habitWeight * score / first!.score
    seeds.push({
      index, weight, links: [], self: 1, reason: () => habitReason(item),
      lift: gone => (second && gone.index === first!.item.index ? first!.score / second.score : 1),
    })
  }
  for (const index of spoken) if (!own.has(index)) shelf.skip(index)

  placeRelated(context, shelf, seeds, 'for-you', {
    leadCap: Math.ceil(limit * 5 / 8),
    isOpen: index => shelf.isOpen(index)
      && (!own.has(index) || shelf.cards.filter(card => own.has(board.indexOf(card.item.itemId))).length < mostOwn),
  })
  if (shelf.cards.length < Math.min(3, Math.ceil(limit / 2))) return []
  placePopular(context, shelf)
  return shelf.cards
}
