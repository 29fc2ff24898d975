import type { EpochMs } from '../event.ts'
import type { OwnItem } from './ownHistory.ts'

const dayMs = 86_400_000

/** What people buy once is not shown again for a year: after that it may be a present, or its successor. */
const onceDays = 365

/**
 * The rule of "just bought" (DESIGN 7.1): what people buy once stays away for a year after the purchase; what they buy again
 * stays away for the first half of its gap, but not from lists that show habits as habits (`buy-again`, `for-you`): how often
 * somebody buys a thing tells far more of the next order than when they last did.
 */
export function isJustBought({ lastAt, again, gapDays }: OwnItem, now: EpochMs, showsHabits: boolean): boolean {
  const days = (now - lastAt) / dayMs
  return again ? !showsHabits && days < gapDays / 2 : days < onceDays
}
