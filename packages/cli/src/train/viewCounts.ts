import type { MutualParts } from '@shopside/engine'
import { viewPairValues } from '../sql/tableValues.ts'
import type { Database } from './database.ts'
import { sumViews } from './sumViews.ts'
import { readVisitTable, viewUnit as unit } from './visitTable.ts'

/** Looks that every item is thought to have had beside its own: a pair of two looks is not yet a certainty. */
const priorLooks = 3

/** How often items were looked at near each other, from the first visits of the history. */
export interface ViewCounts {
  /** By pair, `a < b`: item indices, sum of weight / distance, distinct shoppers. */
  a: Uint32Array
  b: Uint32Array
  weight: Float64Array
  shoppers: Uint32Array
  /** By item: sum of the weights of its looks. */
  looks: Float64Array
}

/**
 * Counts view pairs, or takes the tables of a warehouse. Counted from arrays, as pairs of baskets are; a test compares the two.
 *
 * @param until visits from this number on are not seen. @default all are
 */
export async function countViews(database: Database, items: number, until?: number): Promise<ViewCounts> {
  if (database.loaded('view_pair')) return readViewTables(database, items)
  return sumViews(await readVisitTable(database, items, until), viewPairValues.keep!)
}

/** Reads the tables `view_item` and `view_pair`. */
export async function readViewTables(database: Database, items: number): Promise<ViewCounts> {
  const looks = new Float64Array(items)
  await database.read('SELECT item, CAST(weight AS DOUBLE PRECISION) AS weight FROM view_item', ([item, weight], rows) => {
    for (let row = 0; row < rows; row++) looks[item![row]!] = weight![row]! / unit
  })
  const [[pairs]] = await database.numbers('SELECT count(*) FROM view_pair') as [[number]]
  const counts: ViewCounts = {
    a: new Uint32Array(pairs), b: new Uint32Array(pairs), weight: new Float64Array(pairs), shoppers: new Uint32Array(pairs),
    looks,
  }
  let at = 0
  const query = 'SELECT a, b, CAST(weight AS DOUBLE PRECISION) AS weight, shoppers FROM view_pair ORDER BY a, b'
  await database.read(query, ([a, b, weight, shoppers], rows) => {
    for (let row = 0; row < rows; row++, at++) {
      counts.a[at] = a![row]!
      counts.b[at] = b![row]!
      counts.weight[at] = weight![row]! / unit
      counts.shoppers[at] = shoppers![row]!
    }
  })
  return counts
}

/** A relation, and what the floor took. */
export interface ViewRelation {
  viewed: MutualParts
  belowFloor: number
}

/**
 * View relations: weight(a → b) = C[a, b] / (looks of a + 3) / (looks of b + 3) ** 0.1, C being the same both ways: the share of
 * a's looks that b was near to, popular rivals damped a little. So a pair is written once. (Counting what comes before 0.8 times
 * as much as what comes after changes HR@20 by less than 0.1 points, and would need every pair twice.)
 *
 * A pair is worth what it gives to both rows, each in proportion to how often the row is asked for.
 * @param minShoppers distinct shoppers that a pair needs
 */
export function relateViews({ a, b, weight, shoppers, looks }: ViewCounts, minShoppers: number): ViewRelation {
  const kept: number[] = []
  for (let pair = 0; pair < a.length; pair++) if (shoppers[pair]! >= minShoppers) kept.push(pair)
  const mass = looks.map(count => count > 0 ? count + priorLooks : 0)
  const strength = new Float64Array(kept.length)
  const worth = new Float64Array(kept.length)
  kept.forEach((pair, place) => {
    const [one, other, common] = [mass[a[pair]!]!, mass[b[pair]!]!, weight[pair]!]
    strength[place] = common / Math.sqrt(one * other)
    worth[place] = common * (one ** -0.35 + other ** -0.35)
  })
  return {
    viewed: {
      a: Uint32Array.from(kept, pair => a[pair]!), b: Uint32Array.from(kept, pair => b[pair]!), strength, mass,
      outPower: -0.5, inPower: 0.4, worth,
    },
    belowFloor: a.length - kept.length,
  }
}
