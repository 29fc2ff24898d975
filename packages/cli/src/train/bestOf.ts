/**
 * The `count` members of `members` with the largest score, largest first, ties by member. One pass with a short sorted list:
 * rows have thousands of members and a few dozen places.
 *
 * @param score by member, e.g. one dense row
 * @param count above 0
 */
export function bestOf(members: ArrayLike<number>, score: ArrayLike<number>, count: number): number[] {
  const best: number[] = []
  let last = -1
  let least = -Infinity
  for (let at = 0; at < members.length; at++) {
    const member = members[at]!
    const own = score[member]!
    if (best.length === count && (own < least || (own === least && member > last))) continue
    let place = best.length < count ? best.length : count - 1
    for (; place > 0; place--) {
      const before = best[place - 1]!
      if (score[before]! > own || (score[before] === own && before < member)) break
      best[place] = before
    }
    best[place] = member
    last = best.at(-1)!
    least = score[last]!
  }
  return best
}
