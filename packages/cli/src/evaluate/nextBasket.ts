import type { PastOrder } from './history.ts'
import type { Sameness } from './protocols.ts'

/** A shopper who had ordered before and ordered again. */
export interface Returning {
  /** Orders before the split, oldest first. */
  before: PastOrder[]
  /** Time of the first order after it: the moment of the recommendation. */
  at: number
  /** Known items of that order. */
  targets: ReadonlySet<string>
}

/** Customers with an order on either side of the split; what they took next is what must be found. */
export function findReturning(
  train: readonly PastOrder[], test: readonly PastOrder[], knows: (itemId: string) => boolean,
): Returning[] {
  const before = new Map<string, PastOrder[]>()
  for (const order of [...train].sort((a, b) => a.at - b.at)) {
    if (order.customerId === '') continue
    const list = before.get(order.customerId)
    if (list) list.push(order)
    else before.set(order.customerId, [order])
  }
  const found = new Map<string, Returning>()
  for (const { customerId, at, items } of [...test].sort((a, b) => a.at - b.at)) {
    const past = before.get(customerId)
    const targets = new Set(items.map(item => item.itemId).filter(knows))
    if (past && targets.size && !found.has(customerId)) found.set(customerId, { before: past, at, targets })
  }
  return [...found.values()]
}

/** Shares, 0..1, of a list of ten against the next order. */
export interface NextBasket {
  shoppers: number
  /** Of the order's known items, how many are in the list. */
  recall10: number
  /** The ideal is that of the whole order, as in the code of TIFU-kNN (Hu et al., SIGIR 2020). */
  ndcg10: number
  /** Shoppers with at least one hit. */
  hit10: number
  /** Recall of what they had bought before and of what they had not, over the shoppers who took any (Li et al., TOIS 2023). */
  repeat10: number
  new10: number
  /** Mean length of the list. */
  cards: number
}

/** A list of ten for each returning shopper. An empty list counts as a miss. @param same what counts as the same thing, once */
export function measureNextBasket(
  returning: readonly Returning[], rank: (shopper: Returning) => readonly string[], same: Sameness = itemId => itemId,
): NextBasket {
  const sum = { recall10: 0, ndcg10: 0, hit10: 0, repeat10: 0, new10: 0, cards: 0 }
  let repeating = 0
  let trying = 0
  for (const shopper of returning) {
    const targets = new Set([...shopper.targets].map(same))
    const list = rank(shopper).slice(0, 10).map(same)
    const hits = list.map((itemId, place) => targets.has(itemId) && list.indexOf(itemId) === place)
    const found = list.filter((_, place) => hits[place])
    sum.recall10 += found.length / targets.size
    if (found.length) sum.hit10++
    const ideal = Array.from({ length: Math.min(10, targets.size) }, () => true)
    sum.ndcg10 += gain(hits) / gain(ideal)
    sum.cards += list.length
    const own = new Set(shopper.before.flatMap(order => order.items.map(item => same(item.itemId))))
    const again = [...targets].filter(itemId => own.has(itemId)).length
    const foundAgain = found.filter(itemId => own.has(itemId)).length
    if (again) {
      repeating++
      sum.repeat10 += foundAgain / again
    }
    if (targets.size > again) {
      trying++
      sum.new10 += (found.length - foundAgain) / (targets.size - again)
    }
  }
  const shoppers = returning.length
  const per = shoppers || 1
  return {
    shoppers, recall10: sum.recall10 / per, ndcg10: sum.ndcg10 / per, hit10: sum.hit10 / per,
    repeat10: sum.repeat10 / (repeating || 1), new10: sum.new10 / (trying || 1), cards: sum.cards / per,
  }
}

function gain(hits: readonly boolean[]): number {
  return hits.reduce((sum, isHit, place) => isHit ? sum + 1 / Math.log2(place + 2) : sum, 0)
}
