import { affinitiesOf } from '../affinity/affinities.ts'
import { forYouSeeds } from './forYouSeeds.ts'
import type { RankContext } from './rankContext.ts'
import { createContext } from './rankContext.ts'
import type { RecommendInput } from './recommendInput.ts'
import { addScore, touchedOf } from './scoreBoard.ts'
import { addShares } from './seed.ts'

export interface RerankOptions {
  /**
   * Places that an id may move at most, up or down; 0: none. @default 8, two rows of four: what is on the first screen stays near
   * it
   */
  maxMove?: number
}

const usualMove = 8
/**
 * Worth of a liking for the item's department or kind, beside 1 for the best of what the shopper's own items speak for. Chosen,
 * not measured.
 */
const likingWorth = 0.5
/**
 * The ids of a search result or a department in an order that minds what this shopper looked at, wished for and bought. The
 * page's own order stays the base: an id stands `maxMove` places higher for the best that is known, and less for less; ids of
 * equal worth keep their order.
 *
 * Pure; every id comes back, unknown ones too and one given twice as often, and none is more than `maxMove` places from where it was.
 * Without evidence the order stays as it is.
 */
export function rerank(input: RecommendInput, ids: readonly string[], { maxMove = usualMove }: RerankOptions = {}): string[] {
  const { notForMe, profile } = input
  const reach = maxMove >= 0 ? Math.min(Math.floor(maxMove), ids.length) : usualMove
  const isUnwanted = (id: string): boolean => !!notForMe?.has(id) || (!!profile && Object.hasOwn(profile.notForMe, id))
  // What is unwanted goes down half of the way where all else has the other half to rise: between two ids, `reach` is shared.
  const half = ids.some(isUnwanted) ? reach / 2 : 0
  const likingOf = likings(createContext(input, { strategy: 'for-you' }))
  // A key is at most `reach` from any other id's at the same place: so only ids from fewer than `reach` places away pass or are
  // passed.
  const shift = (id: string): number => (isUnwanted(id) ? half : (half - reach) * likingOf(id))
  return ids
    .map((id, place) => ({ id, key: place + shift(id) }))
    .sort((a, b) => a.key - b.key)
    .map(({ id }) => id)
}

/** What speaks for an item, 0..1 of what speaks for this shopper's best. */
function likings(context: RankContext): (itemId: string) => number {
  const { input: { profile, now }, model, board, lines } = context
  const basket = new Set(lines.map(line => line.item_id))
  for (const seed of forYouSeeds(context)) {
    addShares(board, seed)
    // What was looked at or ordered is looked for again; what lies in the basket is found.
    if (!basket.has(model.itemId(seed.index))) addScore(board, seed.index, seed.weight)
  }
  const most = touchedOf(board).reduce((most, index) => Math.max(most, board.scores[index]!), 0)

  const liked = new Map<string, number>()
  const facets = (itemId: string): { category?: string; kind?: string } => {
    const index = board.indexOf(itemId)
    return index < 0 ? {} : model.product(index)
  }
  for (const { of, name, share } of profile ? affinitiesOf(profile, facets, now) : []) liked.set(`${of} ${name}`, share)

  return itemId => {
    // A page's own list may hold anything: what is no id is not known.
    const index = typeof itemId === 'string' ? board.indexOf(itemId) : -1
    if (index < 0) return 0
    const spoken = most > 0 ? board.scores[index]! / most : 0
    const { category, kind } = liked.size ? model.product(index) : {}
    const liking = Math.max(liked.get(`category ${category}`) ?? 0, liked.get(`kind ${kind}`) ?? 0)
    // As a 32-bit float: the last bit of a device's `exp` moves nothing.
    return Math.fround(Math.min(1, spoken + likingWorth * liking))
  }
}
