import type { CltvNorms } from '../norms/storeNorms.ts'
import { expectedOrders } from './expectedOrders.ts'
import { expectedSpend } from './expectedSpend.ts'
import type { PurchaseStats } from './purchaseModel.ts'

/**
 * Value that is expected of a customer from now on, over `horizonWeeks`, in the currency of the fit: margin x expected spend x
 * the orders expected in each week, discounted by `annualRate` a year of 52 weeks. What was bought before is not in it.
 *
 * @returns undefined when the spend model was not fitted
 */
export function lifetimeValue(cltv: CltvNorms, stats: PurchaseStats): number | undefined {
  if (!cltv.spend) return undefined
  let orders = 0
  let discounted = 0
  for (let week = 1; week <= cltv.horizonWeeks; week++) {
    const until = expectedOrders(cltv, stats, week)
    discounted += (until - orders) * (1 + cltv.annualRate) ** (-week / 52)
    orders = until
  }
  return cltv.margin * expectedSpend(cltv.spend, stats) * discounted
}
