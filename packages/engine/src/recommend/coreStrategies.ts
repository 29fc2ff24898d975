import { boughtTogether } from './strategies/boughtTogether.ts'
import { buyAgain } from './strategies/buyAgain.ts'
import { forYou } from './strategies/forYou.ts'
import { newest } from './strategies/newest.ts'
import { popular } from './strategies/popular.ts'
import { recentlyViewed } from './strategies/recentlyViewed.ts'
import { similar } from './strategies/similar.ts'
import type { Strategy } from './strategy.ts'

/** The strategies that come with the ranker: what most pages ask for, and all that others fall back to. */
export const coreStrategies: readonly Strategy[] = [
  { name: 'for-you', needs: ['model'], fallback: ['popular', 'new'], cards: forYou },
  { name: 'bought-together', needs: ['orders', 'subject'], fallback: ['similar', 'popular', 'new'], cards: boughtTogether },
  { name: 'similar', needs: ['model', 'subject'], fallback: ['popular', 'new'], cards: similar },
  { name: 'popular', needs: ['orders'], fallback: ['new'], cards: popular },
  { name: 'new', needs: ['model'], fallback: ['popular'], cards: newest },
  { name: 'recently-viewed', needs: ['own-views'], fallback: [], cards: recentlyViewed },
  { name: 'buy-again', needs: ['own-orders'], fallback: [], cards: buyAgain },
]
