import { afterPurchase } from './strategies/afterPurchase.ts'
import { alsoBought } from './strategies/alsoBought.ts'
import { alsoViewed } from './strategies/alsoViewed.ts'
import { backInStock } from './strategies/backInStock.ts'
import { completeTheBasket } from './strategies/completeTheBasket.ts'
import { continueLooking } from './strategies/continueLooking.ts'
import { freeShippingGap } from './strategies/freeShippingGap.ts'
import { handPicked } from './strategies/handPicked.ts'
import { next } from './strategies/next.ts'
import { priceDrop } from './strategies/priceDrop.ts'
import { seasonal } from './strategies/seasonal.ts'
import { trending } from './strategies/trending.ts'
import { upsell } from './strategies/upsell.ts'
import type { Strategy } from './strategy.ts'

/**
 * The other strategies: a page that asks for one of them hands them to `recommend`. They fall back to core ones, or to each
 * other.
 */
export const moreStrategies: readonly Strategy[] = [
  { name: 'next', needs: ['visits'], fallback: ['for-you', 'popular', 'new'], cards: next },
  { name: 'also-viewed', needs: ['visits', 'subject'], fallback: ['similar', 'popular', 'new'], cards: alsoViewed },
  {
    name: 'also-bought', needs: ['visits', 'subject'], fallback: ['bought-together', 'similar', 'popular', 'new'],
    cards: alsoBought,
  },
  {
    name: 'complete-the-basket', needs: ['orders', 'basket'], fallback: ['bought-together', 'for-you', 'popular', 'new'],
    cards: completeTheBasket,
  },
  { name: 'after-purchase', needs: ['orders', 'own-orders'], fallback: ['for-you', 'popular', 'new'], cards: afterPurchase },
  { name: 'continue', needs: ['past'], fallback: ['recently-viewed'], cards: continueLooking },
  { name: 'trending', needs: ['trends'], fallback: ['popular', 'new'], cards: trending },
  { name: 'price-drop', needs: ['model', 'own-views'], fallback: [], cards: priceDrop },
  { name: 'back-in-stock', needs: ['model', 'own-views'], fallback: [], cards: backInStock },
  { name: 'upsell', needs: ['model', 'item'], fallback: ['similar', 'popular', 'new'], cards: upsell },
  {
    name: 'free-shipping-gap', needs: ['model', 'basket', 'free-shipping-from'], cards: freeShippingGap,
    fallback: ['complete-the-basket', 'bought-together', 'for-you', 'popular', 'new'],
  },
  { name: 'seasonal', needs: ['orders'], fallback: ['trending', 'popular', 'new'], cards: seasonal },
  { name: 'hand-picked', needs: ['model', 'item-ids'], fallback: [], cards: handPicked },
]
