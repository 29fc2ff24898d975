import type { Neighbour } from '@shopside/engine'
import type { Database } from './database.ts'

/** An item needs this many shoppers before "1 in n" is said of it. */
const shoppersForOneIn = 20

/** Basket relations and what became of the pairs. */
export interface Pairs {
  /** One row per item, strongest first, ties by index. */
  rows: Neighbour[][]
  /** Distinct pairs in common orders. */
  counted: number
  /** Relations (a → b) among the candidates of an item that the floor took away. */
  belowFloor: number
  /** Relations kept. */
  kept: number
}

/** How to choose. */
export interface PairOptions {
  /** Distinct shoppers that a pair needs. */
  minShoppers: number
  /** Neighbours per item at most. */
  neighbours: number
}

/**
 * "Bought with": per item its best candidates by cosine (three times as many as are kept), of which those with too few distinct
 * shoppers are dropped, and then the best `neighbours` stay. So the floor holds for everything that is published, and a
 * dropped pair makes room for the next.
 */
export async function trainPairs(database: Database, items: number, options: PairOptions): Promise<Pairs> {
  const { minShoppers, neighbours } = options
  await database.make('pair', { floor: minShoppers, keep: neighbours * 3 })
  await database.make('pair_shopper')
  const shoppers = new Map<number, number>()
  for (const [item, count] of await database.numbers('SELECT item, shoppers FROM item_sale')) shoppers.set(item!, count!)
  const found = await database.numbers(`
    SELECT pair.a, pair.b, pair.square, s.shoppers, pair.pairs
    FROM pair JOIN pair_shopper s ON s.a = least(pair.a, pair.b) AND s.b = greatest(pair.a, pair.b)
    ORDER BY pair.a, pair.place`)
  const rows: Neighbour[][] = Array.from({ length: items }, () => [])
  let belowFloor = 0
  let kept = 0
  for (const [a, b, square, both] of found) {
    const row = rows[a!]!
    if (row.length === neighbours) continue
    if (both! < minShoppers) {
      belowFloor++
      continue
    }
    const edge: Neighbour = { index: b!, weight: Math.min(1, Math.sqrt(square!)) }
    const oneIn = Math.max(2, Math.ceil(shoppers.get(a!)! / both!))
    if (shoppers.get(a!)! >= shoppersForOneIn && oneIn <= 20) edge.oneIn = oneIn
    row.push(edge)
    kept++
  }
  const [counted] = await database.numbers('SELECT coalesce(max(pairs), 0) FROM pair')
  return { rows, counted: counted![0]!, belowFloor, kept }
}
