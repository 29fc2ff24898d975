import type { CartLine } from '../cart.ts'
import type { Profile, RememberedCart } from './profile.ts'

/** Lines that no order has settled: they came in after the last order that held a line of the basket. */
export function openLines(profile: Profile): CartLine[] {
  const closedAt = profile.cartClosedAt ?? -1
  return profile.cart.lines.filter(line => line.addedAt > closedAt)
}

/** The basket as it would be remembered if the visit ended now; undefined when it holds nothing open. */
export function cartToLeave(profile: Profile): RememberedCart | undefined {
  const lines = openLines(profile)
  if (lines.length === 0 || profile.basketsOffAt !== undefined) return undefined
  const { currency, changedAt } = profile.cart
  return { lines, at: changedAt, ...(currency !== undefined && { currency }) }
}

/** At the end of a visit: what lies in the basket is remembered; an empty one leaves the older memory alone. */
export function leaveCart(profile: Profile): void {
  const left = cartToLeave(profile)
  if (left) profile.rememberedCart = left
}

/** The shopper took these out: they are no part of what was left any more. */
export function dropRemembered(profile: Profile, gone: (itemId: string) => boolean): void {
  const remembered = profile.rememberedCart
  if (!remembered) return
  const lines = remembered.lines.filter(line => !gone(line.item_id))
  if (lines.length > 0) profile.rememberedCart = { ...remembered, lines }
  else delete profile.rememberedCart
}
