import { lnGamma } from '../lnGamma.ts'
import type { PurchaseTable } from '../purchaseTable.ts'

/**
 * Log-likelihood of the NBD model, in which nobody ever leaves: `lnG(r + x) - lnG(r) + r ln alpha - (r + x) ln(alpha + T)` per
 * customer (Fader, Hardie, Lee 2005, table 2). A purchase model that does not beat it has found no leaving.
 */
export function nbdLikelihood({ weeks, repeats, age, customers }: PurchaseTable, r: number, alpha: number): number {
  let sum = 0
  for (const [row, x] of repeats.entries()) {
    const waited = Math.log(alpha + weeks[age[row]!]!)
    sum += customers[row]! * (lnGamma(r + x) - lnGamma(r) + r * Math.log(alpha) - (r + x) * waited)
  }
  return sum
}
