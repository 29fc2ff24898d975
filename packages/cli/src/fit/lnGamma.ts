/** Stirling's series is good to 2e-14 from here on; smaller arguments are raised by the recurrence. */
const stirlingFrom = 15

/**
 * Natural logarithm of the gamma function for x > 0: Stirling's series with four correction terms (Abramowitz and Stegun
 * 6.1.41), after ln G(x) = ln G(x + n) - ln(x (x + 1) ... (x + n - 1)).
 */
export function lnGamma(x: number): number {
  let below = 1
  for (; x < stirlingFrom; x++) below *= x
  const s = 1 / (x * x)
  const series = (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s / 1680))) / x
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series - Math.log(below)
}
