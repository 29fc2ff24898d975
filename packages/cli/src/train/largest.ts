/**
 * Brings the `count` best of `indices` to its front, in no particular order (quickselect: Hoare, CACM 4(7), 1961; linear time).
 * Best: largest score, ties by the smaller index. So the chosen set does not depend on the order that the indices came in.
 *
 * @param indices distinct; reordered in place
 * @returns a view of the best; all when there are fewer
 */
export function largest(indices: Uint32Array, scores: Float64Array, count: number): Uint32Array {
  const isBefore = (a: number, b: number): boolean => scores[a]! > scores[b]! || (scores[a] === scores[b] && a < b)
  let low = 0
  let high = indices.length - 1
  while (count < indices.length && low < high) {
    const pivot = indices[low + high >> 1]!
    let left = low
    let right = high
    while (left <= right) {
      while (isBefore(indices[left]!, pivot)) left++
      while (isBefore(pivot, indices[right]!)) right--
      if (left > right) break
      const swapped = indices[left]!
      indices[left++] = indices[right]!
      indices[right--] = swapped
    }
    if (count <= right) high = right
    else if (count > left) low = left
    else break
  }
  return indices.subarray(0, Math.min(count, indices.length))
}

/**
 * The same, best first.
 *
 * @param members left as they are
 * @param scores by member, e.g. one dense row
 */
export function largestFirst(members: Uint32Array, scores: Float64Array, count: number): number[] {
  return [...largest(members.slice(), scores, count)].sort((a, b) => scores[b]! - scores[a]! || a - b)
}
