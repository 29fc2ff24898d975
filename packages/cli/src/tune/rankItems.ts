import type { OrderTable } from '../train/orderTable.ts'
import { byShopper } from '../train/pairSums.ts'

/** Popularity counts the distinct shoppers of so many days, as the model's does. */
const popularDays = 30

/** All items, those of most distinct shoppers of the last days first, then of most orders of all time, ties by index. */
export function rankItems({ size, day, shopper, item, lineAt }: OrderTable): Uint32Array {
  const newest = day.at(-1) ?? 0
  const recent = new Float64Array(size)
  const all = new Float64Array(size)
  /** By item the last shopper who was counted. */
  const seenBy = new Int32Array(size).fill(-1)
  for (const order of byShopper(shopper)) {
    const isRecent = day[order]! > newest - popularDays
    for (let line = lineAt[order]!; line < lineAt[order + 1]!; line++) {
      all[item[line]!]!++
      if (!isRecent || seenBy[item[line]!] === shopper[order]) continue
      seenBy[item[line]!] = shopper[order]!
      recent[item[line]!]!++
    }
  }
  return Uint32Array.from(recent, (_, index) => index).sort((a, b) => recent[b]! - recent[a]! || all[b]! - all[a]! || a - b)
}
