import type { EpochMs } from '../event.ts'
import type { Purchases } from '../profile/profile.ts'
import { zoneClock } from '../segments/zoneClock.ts'
import { standingsOf } from '../standing/standings.ts'
import { statsOf } from '../standing/statsOf.ts'
import type { PurchaseStats } from './purchaseModel.ts'

/**
 * What the purchase models know of a shopper at `now`, in whole store-local days, as a fit counts them. Orders of one day are one
 * purchase; an order that was worth nothing is none.
 *
 * @param timeZone of the store. @default 'UTC'
 * @param currency of the fit: a purchase in another has no value, and then there is no mean spend. Absent: currencies are not
 * looked at
 * @returns undefined when nothing was bought until `now`
 */
export function purchaseStats(
  purchases: Purchases | undefined, now: EpochMs, timeZone?: string, currency?: string,
): PurchaseStats | undefined {
  const standing = standingsOf(purchases, now, timeZone, currency).list.at(-1)
  return standing && { ...statsOf(standing, 0), ageWeeks: (zoneClock(timeZone).day(now) - standing.firstDay) / 7 }
}
