/**
 * Share of a normal distribution above `z`: erfc(z / sqrt 2) / 2, by the Chebyshev fit of Press et al., Numerical Recipes, 2nd
 * ed., 6.2 (`erfcc`): relative error below 1.2e-7 everywhere, also far out, where ratios of two are taken.
 */
export function normalAbove(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + x / 2)
  let sum = 0
  for (const term of erfcTerms) sum = sum * t + term
  const tail = (t * Math.exp(-x * x + sum)) / 2
  return z >= 0 ? tail : 1 - tail
}

/** Highest power first. */
const erfcTerms = [
  0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368, -1.26551223,
]

/**
 * Probability of an event in (t, t + within], given none until t, when waiting times are lognormal: `1 - S(t + within) / S(t)`.
 *
 * @param lnMean mean of ln(days); its exponential is the median
 * @param lnSd standard deviation of ln(days), above 0
 */
export function dueWithin(days: number, within: number, lnMean: number, lnSd: number): number {
  const survival = (at: number): number => (at <= 0 ? 1 : normalAbove((Math.log(at) - lnMean) / lnSd))
  const now = survival(days)
  return now > 0 ? Math.min(1, Math.max(0, 1 - survival(days + within) / now)) : 1
}
