import type { EpochMs } from '../event.ts'
import type { Profile, RememberedCart } from '../profile/profile.ts'
import { cartToLeave } from '../profile/rememberedCart.ts'
import { isNewVisit } from '../profile/visits.ts'

/**
 * The basket that a nudge would speak of at `now`: the one left at an earlier visit, else the one of this visit.
 * `isFromBefore`: left at an earlier visit. undefined when there is none, or all of it is settled by an order.
 */
export function basketLeft(profile: Profile, now: EpochMs): { basket: RememberedCart; isFromBefore: boolean } | undefined {
  const present = cartToLeave(profile)
  // The first page of a visit may ask before its first event is folded: then the fold has not yet turned the basket over.
  if (isNewVisit(profile, now) && present) return { basket: present, isFromBefore: true }
  if (profile.rememberedCart) return { basket: profile.rememberedCart, isFromBefore: true }
  return present && { basket: present, isFromBefore: false }
}
