import type { PastOrder } from './history.ts'

const dayMs = 864e5
/** Rows are kept up to this many numbers (128 MB), which holds the rows of 4,000 items; beyond, they are counted again. */
const keptNumbers = 16e6

/** Rankings that a model has to beat, learnt from the same orders. Item ids, best first. */
export interface Baselines {
  /** Items by sum over orders of e^(-age / 30 days). */
  popularity: string[]
  /** Items by the sum of cosines of their orders with those of `items`, without `items`. No floor, nothing truncated. */
  cosine(items: readonly string[], count: number): string[]
  /** Whether the item occurs in training: what "known" means in the protocols. */
  knows(itemId: string): boolean
}

/** @param train orders before the split */
export function learnBaselines(train: readonly PastOrder[]): Baselines {
  const newest = train.reduce((latest, order) => Math.max(latest, order.at), 0)
  const decayed = new Map<string, number>()
  const ordersOf = new Map<string, number[]>()
  train.forEach((order, place) => {
    const weight = Math.exp((order.at - newest) / dayMs / 30)
    for (const { itemId } of order.items) {
      decayed.set(itemId, (decayed.get(itemId) ?? 0) + weight)
      const list = ordersOf.get(itemId)
      if (list) list.push(place)
      else ordersOf.set(itemId, [place])
    }
  })
  const ids = [...ordersOf.keys()].sort()
  const indexOf = new Map(ids.map((itemId, index) => [itemId, index]))
  const orders = train.map(order => order.items.map(({ itemId }) => indexOf.get(itemId)!))
  const kept = new Map<string, Float64Array>()
  const sizes = ids.map(itemId => ordersOf.get(itemId)!.length)
  return {
    popularity: [...decayed].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([itemId]) => itemId),
    knows: itemId => ordersOf.has(itemId),
    cosine(items, count) {
      const scores = new Float64Array(ids.length)
      for (const itemId of items) {
        const row = rowOf(itemId)
        for (let other = 0; other < row.length; other++) scores[other]! += row[other]!
      }
      const not = new Set(items)
      return bestOf(scores, count + items.length).map(index => ids[index]!).filter(itemId => !not.has(itemId)).slice(0, count)
    },
  }

  function rowOf(itemId: string): Float64Array {
    const known = kept.get(itemId)
    if (known) return known
    const row = new Float64Array(ids.length)
    const own = ordersOf.get(itemId) ?? []
    for (const place of own) for (const other of orders[place]!) row[other]!++
    for (let other = 0; other < row.length; other++) row[other]! /= Math.sqrt(own.length * sizes[other]!)
    if (kept.size * ids.length < keptNumbers) kept.set(itemId, row)
    return row
  }
}

/** Indices of the `count` largest scores above 0, largest first; ties by index. */
function bestOf(scores: Float64Array, count: number): number[] {
  const found: number[] = []
  for (let index = 0; index < scores.length; index++) if (scores[index]! > 0) found.push(index)
  return found.sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, count)
}
