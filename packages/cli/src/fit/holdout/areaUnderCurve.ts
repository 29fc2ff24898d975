/**
 * AUC: the probability that a customer of whom something is true has a higher score than one of whom it is not, ties counted half
 * (Mann and Whitney's U over all pairs). NaN when all are alike.
 */
export function areaUnderCurve(scores: readonly number[], isTrue: readonly boolean[]): number {
  const order = scores.map((_, at) => at).sort((a, b) => scores[a]! - scores[b]!)
  let ranks = 0
  let positives = 0
  for (let from = 0; from < order.length;) {
    let to = from
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) to++
    for (let at = from; at < to; at++) {
      if (!isTrue[order[at]!]) continue
      positives++
      // Ties share the middle of their ranks, counted from 1.
      ranks += (from + 1 + to) / 2
    }
    from = to
  }
  const negatives = order.length - positives
  return (ranks - positives * (positives + 1) / 2) / (positives * negatives)
}
