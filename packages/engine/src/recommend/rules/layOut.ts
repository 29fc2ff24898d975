import type { Recommendation } from '../recommendation.ts'

/**
 * Puts a list in its places. Pins stand at theirs, or right after those that wanted the same one; a list that ends before takes
 * them at its end. After each place at least `share` of the places so far, rounded down, are promoted cards while the list has
 * any: the strongest of them comes forward. Scores are raised to fall along the row.
 *
 * @param list best first
 * @param pins by ascending place
 */
export function layOut(
  list: readonly Recommendation[], pins: readonly { place: number; card: Recommendation }[], limit: number,
  share: number, isPromoted: (card: Recommendation) => boolean,
): Recommendation[] {
  const left = [...list]
  const waiting = [...pins]
  const row: Recommendation[] = []
  let promoted = 0
  while (row.length < limit) {
    let card = !left.length || (waiting[0]?.place ?? Infinity) <= row.length ? waiting.shift()?.card : undefined
    if (!card) {
      // A share like 0.29 of 100 places is 28.999… in binary: what is within a billionth of a whole is whole.
      const isDue = promoted < Math.floor((row.length + 1) * share + 1e-9)
      const place = isDue ? Math.max(0, left.findIndex(isPromoted)) : 0
      card = left.splice(place, 1)[0]
    }
    if (!card) break
    if (isPromoted(card)) promoted++
    row.push(card)
  }
  for (let place = row.length - 1; place--> 0;) row[place]!.score = Math.max(row[place]!.score, row[place + 1]!.score)
  return row
}
