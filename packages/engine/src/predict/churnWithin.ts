import { pActive } from './pActive.ts'
import type { PurchaseModel, PurchaseStats } from './purchaseModel.ts'

/**
 * Churn: the probability of no purchase within the next `weeks` weeks, in [0, 1]. Either the customer has left, or is active
 * and the rate (posterior Gamma(r + x, alpha + T)) brings no order in that time. Falls as the horizon grows.
 */
export function churnWithin(model: PurchaseModel, stats: PurchaseStats, weeks: number): number {
  const waited = model.alpha + stats.ageWeeks
  return 1 - pActive(model, stats) * (1 - (waited / (waited + weeks)) ** (model.r + stats.repeats))
}
