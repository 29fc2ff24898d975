const dayMs = 864e5

/**
 * True when the clock may be believed enough to let things go for their age: the log has events of at least two days (UTC) of the
 * `spanMs` before `now`. A clock that jumped ahead stands alone with its own day; when it is right, the shopper's second day
 * agrees with it.
 *
 * @param times of batches, epoch ms, in any order
 */
export function mayRetire(now: number, times: readonly number[], spanMs: number): boolean {
  const days = new Set<number>()
  for (const at of times) if (at <= now + dayMs && at > now - spanMs) days.add(Math.floor(at / dayMs))
  return days.size >= 2
}
