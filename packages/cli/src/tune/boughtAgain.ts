import { againShares } from '../train/againShares.ts'
import type { OrderTable } from '../train/orderTable.ts'
import { byShopper } from '../train/pairSums.ts'

/** Customers who came back that an item needs to count as its own, as a model that is built without a word about it. */
const minShoppers = 3

/** By item: 1 when people buy it again, by the rule of the model but for categories, of which an order table knows nothing. */
export function boughtAgain({ size, day, shopper, item, lineAt, known }: OrderTable): Uint8Array {
  const customers = new Uint32Array(size)
  const again = new Uint32Array(size)
  /** By item: the customer who was counted last, and their first day; -1 once they are counted as having come back. */
  const countedFor = new Int32Array(size).fill(-1)
  const first = new Int32Array(size)
  for (const order of byShopper(shopper)) {
    if (!known[order]) continue
    for (let line = lineAt[order]!; line < lineAt[order + 1]!; line++) {
      const own = item[line]!
      if (countedFor[own] !== shopper[order]) {
        countedFor[own] = shopper[order]!
        first[own] = day[order]!
        customers[own]!++
      } else if (first[own]! >= 0 && first[own] !== day[order]) {
        first[own] = -1
        again[own]!++
      }
    }
  }
  return Uint8Array.from(againShares({ customers, again, minShoppers }), share => Number(share > 0))
}
