import type { CltvNorms, PurchaseStats } from '@shopside/engine'
import { churnWithin, expectedOrders, expectedSpend, lifetimeValue, pActive } from '@shopside/engine'

/** What the models say of a customer; money in the currency of the fit. */
export interface Score {
  /** Probability of not having left. For comparison only: `churn` is what counts. */
  pAlive: number
  /** Probability of no purchase within the horizon. */
  churn: number
  /** Purchase days within the horizon. */
  expectedOrders: number
  /** Value of one of them, and discounted margin of all; absent without a spend model. */
  expectedSpend?: number
  lifetimeValue?: number
}

/** Scores a customer over the horizon of the fit, as the device does. */
export function score(cltv: CltvNorms, stats: PurchaseStats): Score {
  const value = lifetimeValue(cltv, stats)
  return {
    pAlive: pActive(cltv, stats), churn: churnWithin(cltv, stats, cltv.horizonWeeks),
    expectedOrders: expectedOrders(cltv, stats, cltv.horizonWeeks),
    ...(cltv.spend && { expectedSpend: expectedSpend(cltv.spend, stats) }), ...(value !== undefined && { lifetimeValue: value }),
  }
}
