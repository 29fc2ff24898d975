import type { OrderTable } from '../train/orderTable.ts'

/**
 * From one known customer in eight on an item is one that people buy again, as in the engine; from so few customers nothing
 * follows.
 */
const againShare = 1 / 8
const leastAgain = 3

/** By item: 1 when enough of its known customers bought it on two days. */
export function boughtAgain({ size, day, shopper, item, lineAt, known }: OrderTable): Uint8Array {
  const customers = new Uint32Array(size)
  const again = new Uint32Array(size)
  /** By item and customer the first day; -1 once they are counted as having come back. */
  const first = new Map<number, number>()
  for (let order = 0; order < day.length; order++) {
    if (!known[order]) continue
    for (let line = lineAt[order]!; line < lineAt[order + 1]!; line++) {
      const key = shopper[order]! * size + item[line]!
      const before = first.get(key)
      if (before === undefined) {
        first.set(key, day[order]!)
        customers[item[line]!]!++
      } else if (before >= 0 && before !== day[order]) {
        first.set(key, -1)
        again[item[line]!]!++
      }
    }
  }
  return Uint8Array.from(again, (count, index) => Number(count >= leastAgain && count >= customers[index]! * againShare))
}
