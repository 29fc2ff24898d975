/** A visit ends after so long without an event (the profile's visit, and GA4's default session time-out): 30 minutes. */
const visitGapMs = 30 * 60_000

/**
 * The number of the visit, from 0, of each event of one visitor.
 *
 * @param times epoch ms, in any order
 * @returns in the order of `times`
 */
export function splitVisits(times: readonly number[]): number[] {
  const order = times.map((_, at) => at).sort((a, b) => times[a]! - times[b]! || a - b)
  const visits = new Array<number>(times.length).fill(0)
  let visit = 0
  for (let at = 1; at < order.length; at++) {
    if (times[order[at]!]! - times[order[at - 1]!]! >= visitGapMs) visit++
    visits[order[at]!] = visit
  }
  return visits
}
