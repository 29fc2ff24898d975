import type { EpochMs } from '../event.ts'
import type { StoreNorms } from '../norms/storeNorms.ts'
import type { Purchases } from '../profile/profile.ts'
import { churnWithin } from './churnWithin.ts'
import { expectedOrders } from './expectedOrders.ts'
import { lifetimeValue } from './lifetimeValue.ts'
import type { Predictions } from './predictions.ts'
import { purchaseStats } from './purchaseStats.ts'

/** After so many days a fit tells nothing any more: its store has moved on. */
const freshMs = 60 * 86_400_000
/** A quarter of a year: long enough for most shoppers to come back in, short enough to act on. */
const churnDays = 90

/**
 * What the purchase models expect of a shopper: churn and orders in the next 90 days, value over the horizon of the fit.
 * Nothing of somebody who never bought, without a fit, or with one older than 60 days.
 */
export function purchaseOutlook(
  purchases: Purchases | undefined, { cltv, timeZone, currency }: Pick<StoreNorms, 'cltv' | 'timeZone' | 'currency'>,
  now: EpochMs,
): Pick<Predictions, 'churn' | 'orders' | 'value' | 'priorOnly'> {
  const stats = cltv && now - cltv.fittedTo <= freshMs ? purchaseStats(purchases, now, timeZone, currency) : undefined
  if (!cltv || !stats) return {}
  const amount = lifetimeValue(cltv, stats)
  const weeks = churnDays / 7
  return {
    churn: { probability: churnWithin(cltv, stats, weeks), horizonDays: churnDays },
    orders: { expected: expectedOrders(cltv, stats, weeks), horizonDays: churnDays },
    ...(amount !== undefined && {
      value: {
        amount, ...(currency !== undefined && { currency }), horizonDays: cltv.horizonWeeks * 7, annualRate: cltv.annualRate,
      },
    }),
    ...(cltv.priorOnly && { priorOnly: true }),
  }
}
