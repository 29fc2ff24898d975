import type { OrderTable } from '../train/orderTable.ts'

/** Popularity counts the distinct shoppers of so many days, as the model's does. */
const popularDays = 30

/** All items, those of most distinct shoppers of the last days first, then of most orders of all time, ties by index. */
export function rankItems({ size, day, shopper, item, lineAt }: OrderTable): Uint32Array {
  const newest = day.at(-1) ?? 0
  const recent = new Float64Array(size)
  const all = new Float64Array(size)
  const seen = new Set<number>()
  for (let order = 0; order < day.length; order++) {
    for (let line = lineAt[order]!; line < lineAt[order + 1]!; line++) {
      all[item[line]!]!++
      const key = shopper[order]! * size + item[line]!
      if (day[order]! <= newest - popularDays || seen.has(key)) continue
      seen.add(key)
      recent[item[line]!]!++
    }
  }
  return Uint32Array.from(recent, (_, index) => index).sort((a, b) => recent[b]! - recent[a]! || all[b]! - all[a]! || a - b)
}
