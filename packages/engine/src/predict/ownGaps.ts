import type { EpochMs } from '../event.ts'

const dayMs = 86_400_000

/** Days between consecutive purchases, oldest first; orders less than a day apart are one purchase in parts and make no gap. */
export function ownGaps(orderedAt: readonly EpochMs[]): number[] {
  const gaps: number[] = []
  let before: EpochMs | undefined
  for (const at of orderedAt) {
    if (before !== undefined && at - before < dayMs) continue
    if (before !== undefined) gaps.push((at - before) / dayMs)
    before = at
  }
  return gaps
}
