import type { Gram } from './gram.ts'
import type { OrderTable } from './orderTable.ts'
import { byShopper } from './pairSums.ts'
import { sparseRow } from './sparseRow.ts'

/** Rows of Gram matrices, each counted when it is asked for: see `countGrams`. */
export function countedRows(
  { size, lineAt, item: items, shopper }: OrderTable,
): (weights: readonly Float64Array[]) => Pick<Gram, 'readRow' | 'readShoppers'>[] {
  const orderAt = new Uint32Array(size + 1)
  for (const item of items) orderAt[item + 1]!++
  for (let item = 0; item < size; item++) orderAt[item + 1]! += orderAt[item]!
  const next = orderAt.slice()
  const ordersOf = new Uint32Array(items.length)
  for (const order of byShopper(shopper)) {
    for (let line = lineAt[order]!; line < lineAt[order + 1]!; line++) ordersOf[next[items[line]!]!++] = order
  }
  const seenBy = new Int32Array(size)
  const people = sparseRow<Uint32Array>(size)
  const readShoppers = (item: number, into: Uint32Array): Uint32Array => {
    const touched = people.begin(into)
    let others = 0
    for (let at = orderAt[item]!; at < orderAt[item + 1]!; at++) {
      const order = ordersOf[at]!
      const who = shopper[order]!
      for (let line = lineAt[order]!, end = lineAt[order + 1]!; line < end; line++) {
        const other = items[line]!
        if (other === item || (into[other] !== 0 && seenBy[other] === who)) continue
        seenBy[other] = who
        if (into[other]!++ === 0) touched[others++] = other
      }
    }
    return people.end(others)
  }
  return weights => weights.map(weight => {
    const row = sparseRow<Float64Array>(size)
    return {
      readRow(item, into) {
        const touched = row.begin(into)
        // So that it is not among the others; taken back below.
        into[item] = 1
        let others = 0
        for (let at = orderAt[item]!; at < orderAt[item + 1]!; at++) {
          const order = ordersOf[at]!
          const own = weight[order]!
          for (let line = lineAt[order]!, end = lineAt[order + 1]!; line < end; line++) {
            const other = items[line]!
            if (into[other] === 0) touched[others++] = other
            into[other]! += own
          }
        }
        into[item] = 0
        return row.end(others)
      },
      readShoppers,
    }
  })
}
