import type { EpochMs } from '../event.ts'
import type { Profile } from '../profile/profile.ts'
import { isNewVisit } from '../profile/visits.ts'
import { basketLeft } from './basketLeft.ts'
import { capAllows } from './capAllows.ts'
import type { CartNudge, CartNudgeInput, CartNudgeWhy } from './cartNudge.ts'
import { cartNudgeId } from './cartNudge.ts'
import { linesToday } from './linesToday.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** In the first hour a reminder lowers sales, after a day it raises them (Li, Luo, Lu, Moriguchi, J. Marketing 2021). */
const quietMs = hourMs
const loudMs = dayMs
/** Silence after "Not now": 14 days, then 28, doubling. */
const dismissalMs = 14 * dayMs
/** After an order, whatever was bought, nothing is said for two days of a basket that is older than it. */
const afterOrderMs = 2 * dayMs
/** Older baskets than raw events are kept for are not brought up. */
const maxAgeMs = 90 * dayMs
/** At most one a day and two a week; once a visit is judged by the visit itself. */
const caps = [{ n: 1, windowMs: dayMs }, { n: 2, windowMs: 7 * dayMs }]

/**
 * Whether to speak of a basket that was left, how loudly, and what is true of it today. Pure; computed anew at each page from
 * stored times. Every answer says why. `lines`, `changes` and `restorable` are filled whenever `show` is not `nothing`.
 */
export function decideCartNudge(input: CartNudgeInput): CartNudge {
  const { now, profile } = input
  const silent = (why: CartNudgeWhy): CartNudge => ({ show: 'nothing', why, lines: [], changes: [], restorable: [] })

  if (!profile) return silent('no-profile')
  if (profile.basketsOffAt !== undefined) return silent('turned-off')
  if (input.onCheckout) return silent('checkout')
  const left = basketLeft(profile, now)
  if (!left) return silent('no-basket')
  const { basket, isFromBefore } = left
  if (now - basket.at >= maxAgeMs) return silent('too-old')
  const orderedAt = Math.max(profile.orders.at(-1)?.at ?? -Infinity, profile.inferredOrderAt ?? -Infinity)
  if (orderedAt >= basket.at && now - orderedAt < afterOrderMs) return silent('after-order')
  if (isDismissed(profile, now)) return silent('dismissed')
  const { lines, changes } = linesToday(basket, input)
  if (!lines.some(line => line.available)) return silent('nothing-to-buy')

  const present = new Set((input.cart ?? profile.cart).lines.map(line => line.item_id))
  const restorable = lines
    .filter(line => line.available && !present.has(line.item_id))
    .map(({ addedAt, available, index, ...item }) => item)
  const say = (show: 'dot' | 'card', why: CartNudgeWhy): CartNudge => ({ show, why, since: basket.at, lines, changes, restorable })

  const quietSince = isFromBefore ? Math.max(basket.at, lastSeenBefore(profile, now)) : basket.at
  if (now - quietSince < (isFromBefore ? quietMs : loudMs)) return say('dot', 'first-hour')
  return isCapped(profile, now, input.spokeAt) ? say('dot', 'capped') : say('card', 'ok')
}

/** End of the visit at which the basket was left. */
function lastSeenBefore(profile: Profile, now: EpochMs): EpochMs {
  return (isNewVisit(profile, now) ? profile.lastAt : profile.previousVisitAt) ?? 0
}

function isDismissed(profile: Profile, now: EpochMs): boolean {
  const { dismissals, dismissedAt } = history(profile)
  return dismissedAt !== undefined && now - dismissedAt < dismissalMs * 2 ** (dismissals - 1)
}

function isCapped(profile: Profile, now: EpochMs, spokeAt = Infinity): boolean {
  const shownAt = history(profile).shownAt.filter(at => at < spokeAt)
  const isThisVisit = !isNewVisit(profile, now) && shownAt.some(at => at >= (profile.visitStartedAt ?? 0))
  return isThisVisit || caps.some(cap => !capAllows(shownAt, now, cap))
}

function history(profile: Profile): { shownAt: EpochMs[]; dismissals: number; dismissedAt?: EpochMs } {
  return Object.hasOwn(profile.promotions, cartNudgeId) ? profile.promotions[cartNudgeId]! : { shownAt: [], dismissals: 0 }
}
