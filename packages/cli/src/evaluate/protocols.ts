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
  let orders = 0
  let hit5 = 0
  let hit10 = 0
  for (const { orderId, items, at } of test) {
    const known = items.map(item => item.itemId).filter(knows)
    if (known.length < 2) continue
    orders++
    const query = known[fnv1a32(orderId) % known.length]!
    const targets = new Set(known.filter(itemId => itemId !== query).map(same))
    const place = rank([query], 10, at).slice(0, 10).findIndex(itemId => targets.has(same(itemId)))
    if (place >= 0) hit10++
    if (place >= 0 && place < 5) hit5++
  }
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

/** A shopper who had ordered before and ordered again: what was known, and what they took in the whole test period. */
export interface Returning {
  before: PastOrder[]
  /** Time of the first test order: the moment of the recommendation. */
  at: number
  targets: ReadonlySet<string>
}

/** Customers with at least one order on either side of the split; targets are their known items. */
export function findReturning(
  train: readonly PastOrder[], test: readonly PastOrder[], knows: (itemId: string) => boolean,
): Returning[] {
  const before = new Map<string, PastOrder[]>()
  for (const order of train) {
    if (order.customerId === '') continue
    const list = before.get(order.customerId)
    if (list) list.push(order)
    else before.set(order.customerId, [order])
  }
  const found = new Map<string, { before: PastOrder[]; at: number; targets: Set<string> }>()
  for (const order of test) {
    const past = before.get(order.customerId)
    const items = order.items.map(item => item.itemId).filter(knows)
    if (!past || !items.length) continue
    const shopper = found.get(order.customerId) ?? { before: past, at: order.at, targets: new Set() }
    shopper.at = Math.min(shopper.at, order.at)
    for (const itemId of items) shopper.targets.add(itemId)
    found.set(order.customerId, shopper)
  }
  return [...found.values()]
}

/**
 * Shares, 0..1: of what a shopper took, how much was in the list of 10; shoppers with at least one hit; mean length of the
 * list.
 */
export interface NextOrders {
  shoppers: number
  recall10: number
  hit10: number
  cards: number
}

/** A list of 10 for each returning shopper, against what they ordered in the test period. An empty list counts as a miss. */
export function measureNextOrders(returning: readonly Returning[], rank: (shopper: Returning) => readonly string[]): NextOrders {
  let recall = 0
  let hits = 0
  let cards = 0
  for (const shopper of returning) {
    const list = rank(shopper).slice(0, 10)
    const found = list.filter(itemId => shopper.targets.has(itemId)).length
    recall += found / shopper.targets.size
    if (found) hits++
    cards += list.length
  }
  const shoppers = returning.length
  return { shoppers, recall10: recall / (shoppers || 1), hit10: hits / (shoppers || 1), cards: cards / (shoppers || 1) }
}
