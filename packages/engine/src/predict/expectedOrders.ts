import { meanOrders } from './meanOrders.ts'
import { pActive } from './pActive.ts'
import type { PurchaseModel, PurchaseStats } from './purchaseModel.ts'

/**
 * Purchase days that are expected of a customer in the next `weeks` weeks: P(active) times what an active customer with the
 * posterior Gamma(r + x, alpha + T), Beta(a, b + x) will order (MBG/NBD: b + x + 1, for the first order counts).
 */
export function expectedOrders(model: PurchaseModel, stats: PurchaseStats, weeks: number): number {
  const { r, alpha, a, b } = model
  const stayed = stats.repeats + (model.model === 'bg-nbd' ? 0 : 1)
  return pActive(model, stats) * meanOrders(r + stats.repeats, alpha + stats.ageWeeks, a, b + stayed, weeks)
}
