/** Pearson's correlation of two lists of one length; 0 where one of them does not vary. */
export function correlationOf(xs: readonly number[], ys: readonly number[]): number {
  const meanOf = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length
  const [meanX, meanY] = [meanOf(xs), meanOf(ys)]
  let [both, ownX, ownY] = [0, 0, 0]
  for (const [at, x] of xs.entries()) {
    const y = ys[at]! - meanY
    both += (x - meanX) * y
    ownX += (x - meanX) ** 2
    ownY += y * y
  }
  return both === 0 ? 0 : both / Math.sqrt(ownX * ownY)
}
