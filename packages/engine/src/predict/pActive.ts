import type { PurchaseModel, PurchaseStats } from './purchaseModel.ts'

/**
 * Probability that a customer has not left yet, in [0, 1]: "P(alive)" of the papers. **Never shown as risk or told to a page**:
 * BG/NBD says 1 of everybody who bought once, and on the CDNOW data it tells who comes back worse than a coin (AUC 0.316).
 * `churnWithin` is what counts.
 */
export function pActive({ model, r, alpha, a, b }: PurchaseModel, { repeats, lastWeeks, ageWeeks }: PurchaseStats): number {
  const drops = model === 'bg-nbd' ? repeats - 1 : repeats
  // Without a repeat, BG/NBD knows of no order after which anybody could have left.
  if (drops < 0) return 1
  // A power of the ratio overflows from a few hundred purchases on; its logarithm does not.
  return 1 / (1 + a / (b + drops) * Math.exp((r + repeats) * Math.log((alpha + ageWeeks) / (alpha + lastWeeks))))
}
