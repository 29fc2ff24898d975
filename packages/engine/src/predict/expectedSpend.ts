import type { CltvNorms } from '../norms/storeNorms.ts'
import type { PurchaseStats } from './purchaseModel.ts'

/**
 * Value that is expected of a customer's next purchase day, in the currency of the fit: the Gamma-Gamma model (Fader and Hardie
 * 2013, note 025), `p (gamma + x m) / (p x + q - 1)`. Own spend weighs the more, the more purchases there were; without one it
 * is the mean of all, `p gamma / (q - 1)`.
 *
 * @param spend p, q > 1, gamma
 */
export function expectedSpend({ p, q, gamma }: NonNullable<CltvNorms['spend']>, { repeats, meanSpend }: PurchaseStats): number {
  const known = meanSpend === undefined ? 0 : repeats
  return p * (gamma + known * (meanSpend ?? 0)) / (p * known + q - 1)
}
