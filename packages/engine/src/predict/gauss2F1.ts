/**
 * Terms at most: about 300 are needed at z = 0.9, 3,000 at 0.99; past 0.999, which no horizon of a real fit reaches, digits are
 * lost.
 */
const mostTerms = 20_000

/**
 * Gauss's hypergeometric function 2F1(a, b; c; z) by its power series, for z in [0, 1) and c no whole number below 1. Meant for
 * the Euler-transformed arguments of `meanOrders`, which do not grow with the number of purchases: there it is good to 1e-11 (a
 * test compares it with 30 digits). Stops at a term below 1e-17 of the sum.
 */
export function gauss2F1(a: number, b: number, c: number, z: number): number {
  let term = 1
  let sum = 1
  for (let n = 0; n < mostTerms && Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z
    sum += term
  }
  return sum
}
