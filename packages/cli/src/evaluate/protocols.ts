import { fnv1a32 } from './fnv1a32.ts'
import type { PastOrder } from './history.ts'

/** A way to rank: from the items a shopper has (at least one) to a list of other items, best first. `at`: when, epoch ms. */
export type Ranker = (items: readonly string[], count: number, at: number) => readonly string[]

/** What counts as the same thing: the item itself, or its product, so that the red clock is a hit for the green one. */
export type Sameness = (itemId: string) => string

/** Shares, 0..1, and how many orders they are of. */
export interface OneToRest {
  orders: number
  hit5: number
  hit10: number
}

/** Shares, 0..1; `mrr20` the mean of 1 / rank within 20. */
export interface LastLine {
  orders: number
  hit5: number
  hit10: number
  hit20: number
  mrr20: number
}

/**
 * T3, "bought together": of an order's known lines (at least two) the one at index fnv1a32(order_id) mod n is the query, the
 * others are what counts as a hit. One hit in the list is enough.
 */
export function measureOneToRest(
  test: readonly PastOrder[], knows: (itemId: string) => boolean, rank: Ranker, same: Sameness = itemId => itemId,
): OneToRest {
  return measureHits(test.flatMap(({ orderId, items, at }) => {
    const known = items.map(item => item.itemId).filter(knows)
    if (known.length < 2) return []
    const query = known[fnv1a32(orderId) % known.length]!
    return [{ query: [query], targets: known.filter(itemId => itemId !== query), at }]
  }), rank, same)
}

/** T2: of an order's known lines (at least four) the first three are the query, the others are what counts as a hit. */
export function measureFirstThree(
  test: readonly PastOrder[], knows: (itemId: string) => boolean, rank: Ranker, same: Sameness = itemId => itemId,
): OneToRest {
  return measureHits(test.flatMap(({ items, at }) => {
    const known = items.map(item => item.itemId).filter(knows)
    return known.length < 4 ? [] : [{ query: known.slice(0, 3), targets: known.slice(3), at }]
  }), rank, same)
}

function measureHits(
  asked: readonly { query: readonly string[]; targets: readonly string[]; at: number }[], rank: Ranker, same: Sameness,
): OneToRest {
  let hit5 = 0
  let hit10 = 0
  for (const { query, targets, at } of asked) {
    const wanted = new Set(targets.map(same))
    const place = rank(query, 10, at).slice(0, 10).findIndex(itemId => wanted.has(same(itemId)))
    if (place >= 0) hit10++
    if (place >= 0 && place < 5) hit5++
  }
  const orders = asked.length
  return { orders, hit5: hit5 / (orders || 1), hit10: hit10 / (orders || 1) }
}

/**
 * T1: the last line is hidden and must be found from the known lines before it (at least one); an unknown last line is a miss.
 */
export function measureLastLine(
  test: readonly PastOrder[], knows: (itemId: string) => boolean, rank: Ranker, same: Sameness = itemId => itemId,
): LastLine {
  const sum: LastLine = { orders: 0, hit5: 0, hit10: 0, hit20: 0, mrr20: 0 }
  for (const { items, at } of test) {
    const before = items.slice(0, -1).map(item => item.itemId).filter(knows)
    if (!before.length) continue
    sum.orders++
    const place = rank(before, 20, at).slice(0, 20).map(same).indexOf(same(items.at(-1)!.itemId))
    if (place < 0) continue
    if (place < 5) sum.hit5++
    if (place < 10) sum.hit10++
    sum.hit20++
    sum.mrr20 += 1 / (place + 1)
  }
  const { orders } = sum
  for (const name of ['hit5', 'hit10', 'hit20', 'mrr20'] as const) sum[name] /= orders || 1
  return sum
}
