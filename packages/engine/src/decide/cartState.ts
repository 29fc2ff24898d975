import type { Cart } from '../cart.ts'
import type { EpochMs } from '../event.ts'
import type { Profile } from '../profile/profile.ts'
import { visitGapMs } from '../profile/visits.ts'

export type CartState = 'empty' | 'active' | 'idle' | 'abandoned' | 'expired' | 'bought'

const hourMs = 3_600_000
/**
 * A basket is abandoned after four hours without an event, one whose checkout was begun after one hour; both expire after 14 days
 * (usual practice of shop platforms and of their mail flows).
 */
const abandonedAfterMs = 4 * hourMs
const checkoutAbandonedAfterMs = hourMs
const expiredAfterMs = 14 * 24 * hourMs

/**
 * Where a basket stands at `now`, from stored times alone: timers sleep with their tab.
 *
 * - `bought`: an order since it was last touched held one of its lines
 * - `active` under 30 minutes after the last event of any tab (a page that is hidden says nothing, so it counts as quiet), `idle` under
 *   4 hours, or 1 hour once a checkout was begun with it, `abandoned` under 14 days, then `expired`
 */
export function cartState(cart: Cart, profile: Profile, now: EpochMs): CartState {
  if (cart.lines.length === 0) return profile.cartClosedAt === cart.changedAt && cart.changedAt > 0 ? 'bought' : 'empty'
  const firstAddedAt = Math.min(...cart.lines.map(line => line.addedAt))
  const ids = new Set(cart.lines.map(line => line.item_id))
  const closedAt = profile.cartClosedAt ?? -1
  const isBought = cart.lines.every(line => line.addedAt <= closedAt)
    || profile.orders.some(order => order.at >= firstAddedAt && order.items.some(item => ids.has(item.item_id)))
  if (isBought) return 'bought'
  const quietMs = now - Math.max(cart.changedAt, profile.lastAt ?? 0)
  if (quietMs < visitGapMs) return 'active'
  const isCheckout = (profile.checkoutAt ?? -1) >= firstAddedAt
  if (quietMs < (isCheckout ? checkoutAbandonedAfterMs : abandonedAfterMs)) return 'idle'
  return quietMs < expiredAfterMs ? 'abandoned' : 'expired'
}
