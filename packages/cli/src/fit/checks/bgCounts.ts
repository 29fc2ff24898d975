import type { PurchaseModel } from '@shopside/engine'
import { lnGamma } from '../lnGamma.ts'

/**
 * Probabilities of 0 .. `most` purchases after the first within `weeks` weeks, of a new customer under BG/NBD (Fader, Hardie,
 * Lee 2005, equation 8): `B(a, b+n)/B(a, b) NB(n) + [n > 0] B(a+1, b+n-1)/B(a, b) (1 - sum of NB(j) for j < n)`.
 */
export function bgCounts({ r, alpha, a, b }: PurchaseModel, weeks: number, most: number): number[] {
  const lnBeta = (first: number, second: number): number => lnGamma(first) + lnGamma(second) - lnGamma(first + second)
  const shares: number[] = []
  let fewer = 0
  for (let n = 0; n <= most; n++) {
    const mass = Math.exp(lnGamma(r + n) - lnGamma(r) - lnGamma(n + 1) + r * Math.log(alpha / (alpha + weeks))
      + n * Math.log(weeks / (alpha + weeks)))
    const stayed = Math.exp(lnBeta(a, b + n) - lnBeta(a, b)) * mass
    shares.push(stayed + (n === 0 ? 0 : Math.exp(lnBeta(a + 1, b + n - 1) - lnBeta(a, b)) * (1 - fewer)))
    fewer += mass
  }
  return shares
}
