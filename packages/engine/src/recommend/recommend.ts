import type { RankContext } from './rankContext.ts'
import { createContext } from './rankContext.ts'
import type { RecommendInput } from './recommendInput.ts'
import type { RecommendRequest, Recommendation, StrategyName } from './recommendation.ts'
import { boughtTogether } from './strategies/boughtTogether.ts'
import { buyAgain } from './strategies/buyAgain.ts'
import { forYou } from './strategies/forYou.ts'
import { newest } from './strategies/newest.ts'
import { popular } from './strategies/popular.ts'
import { recentlyViewed } from './strategies/recentlyViewed.ts'
import { similar } from './strategies/similar.ts'

type Strategy = (context: RankContext) => Recommendation[]

/** What is tried, in this order. Lists about the shopper's own past fall back to nothing: there is no honest other. */
const chains: Partial<Record<StrategyName, Strategy[]>> = {
  'for-you': [forYou, popular, newest],
  'bought-together': [boughtTogether, similar, popular, newest],
  similar: [similar, popular, newest],
  popular: [popular, newest],
  new: [newest, popular],
  'recently-viewed': [recentlyViewed],
  'buy-again': [buyAgain],
}

/** Fewer cards than this make no row (`min` of the widget): then the next strategy is asked for a longer one. */
const enoughCards = 3

/**
 * A list of items for a shopper, best first: at most `limit`, shorter where there is no more to say, never filled at random.
 * Pure: the same input gives the same list on every device. Never throws.
 *
 * The list comes from the first strategy of the chain that finds three cards (or `limit`, if smaller), else from the first that
 * finds any; each card names the strategy that really produced it. A bundle takes pairs alone.
 * An unknown strategy gives an empty list.
 */
export function recommend(input: RecommendInput, request: RecommendRequest): Recommendation[] {
  if (!Object.hasOwn(chains, request.strategy)) return []
  const chain = request.bundle ? [boughtTogether] : chains[request.strategy]!
  let first: Recommendation[] = []
  for (const strategy of chain) {
    const context = createContext(input, request)
    const cards = strategy(context)
    if (cards.length >= Math.min(enoughCards, context.limit)) return cards
    if (first.length === 0) first = cards
  }
  return first
}
