import { dueFactor } from '../predict/dueFactor.ts'
import type { OwnItem } from './ownHistory.ts'
import type { RankContext } from './rankContext.ts'

const dayMs = 86_400_000

/** What an item counts that nobody else buys again; it counts 1 where half of its customers do. */
const ownAlone = 0.5

/**
 * What the shopper buys again, strongest first: decayed count of own orders, times how many buy it again, times
 * how due it is.
 * What people buy once and this shopper bought once is not in it. Ties by popularity, then by item id.
 */
export function habits({ own, input, model }: RankContext): { item: OwnItem; score: number }[] {
  const found: { item: OwnItem; score: number }[] = []
  for (const item of own.ordered) {
    const due = dueFactor((input.now - item.lastAt) / dayMs, item.gapDays)
    const score = item.frequency * (ownAlone + item.againShare) * due
    if (item.again && score > 0) found.push({ item, score })
  }
  const rank = ({ index }: OwnItem): number => (index < 0 ? model.size : model.popularRank(index))
  return found.sort((a, b) => Math.fround(b.score) - Math.fround(a.score) || rank(a.item) - rank(b.item)
    || (a.item.itemId < b.item.itemId ? -1 : 1))
}
