import type { EpochMs } from '../event.ts'

/** At most `n` shows in any window of `windowMs`. */
export interface Cap {
  /** Whole, >= 1. */
  n: number
  windowMs: number
}

/**
 * True when one more show at `now` keeps the cap: the n-th latest show is at least a window old.
 * Shows after `now` (a clock that went back) count too, so that no window ever holds more than `n`.
 *
 * @param shownAt times of earlier shows that were allowed by the same cap, oldest first, at least the last `n`
 */
export function capAllows(shownAt: readonly EpochMs[], now: EpochMs, { n, windowMs }: Cap): boolean {
  const nthLatest = shownAt.at(-n)
  return nthLatest === undefined || now - nthLatest >= windowMs
}
