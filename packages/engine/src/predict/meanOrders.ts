import { gauss2F1 } from './gauss2F1.ts'

/** Nearer than this to a pole that cancels, the mean of both sides is taken; what it costs is below 1e-6. */
const poleWidth = 1e-5

/**
 * Repeat purchases that BG/NBD expects of a new customer in the first `weeks` weeks. With a customer's posterior instead of the
 * population (`expectedOrders`) it is what an active customer will order.
 *
 * Equation 9 of Fader, Hardie and Lee (2005) after Euler's transformation of 2F1: its arguments do not grow with the purchases,
 * so nothing overflows at 1,000 of them (the printed form gives NaN).
 *
 * @param r and `a` > 0, `alpha` > 0 in weeks, `b` > 0
 * @param weeks >= 0
 */
export function meanOrders(r: number, alpha: number, a: number, b: number, weeks: number): number {
  if (Math.abs(a - 1) < poleWidth || Math.abs(a + b - 1) < poleWidth) {
    return (meanOrders(r, alpha, a - 1e-3, b, weeks) + meanOrders(r, alpha, a + 1e-3, b, weeks)) / 2
  }
  const z = weeks / (alpha + weeks)
  const c = a + b - 1
  return c / (a - 1) * (1 - (1 - z) ** (a - 1) * gauss2F1(a - 1, c - r, c, z))
}
