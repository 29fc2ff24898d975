import type { ModelParams, MutualParts, Neighbour } from '@shopside/engine'
import { viewPurchaseValues } from '../sql/tableValues.ts'
import type { TunedNext } from '../tune/tuneNext.ts'
import { tuneNext } from '../tune/tuneNext.ts'
import type { Database } from './database.ts'
import { countViews, relateViews } from './viewCounts.ts'

/** What shoppers of the same visit look at, and what of it is printed. */
export interface Views {
  viewed: MutualParts
  /** What those who looked at an item bought afterwards, strongest first. Empty without purchases among the events. */
  boughtAfterView: Neighbour[][]
  /** Constants of the next click, where there were visits enough to choose them on. */
  params: Partial<ModelParams>
  /** How they were found. */
  tuned?: TunedNext
  /** 0 where a warehouse has counted: it keeps visits to itself. */
  visits: number
  clicks: number
  /** Candidate pairs; those that the floor of distinct shoppers took away; those kept. */
  counted: number
  belowFloor: number
  kept: number
  /** Relations of `boughtAfterView`, and what the floor took of them. */
  boughtAfterViewKept: number
  boughtAfterViewBelowFloor: number
}

/** How to learn from visits. */
export interface ViewOptions {
  /** Items of the catalogue. */
  size: number
  /** Distinct shoppers that a pair needs. @default 2 */
  minShoppers?: number
  /** Choose the constants on the last visits; false: the defaults. @default true */
  tune?: boolean
}

const boughtPerItem = 20

/** Learns view relations and the constants of the next click from `event_row`; undefined when it is empty. */
export async function trainViews(database: Database, options: ViewOptions): Promise<Views | undefined> {
  const { size: items, minShoppers = 2, tune = true } = options
  // A warehouse keeps visits to itself: its counts are taken, and nothing can be tuned on them.
  if (database.loaded('view_pair')) return relate(database, items, minShoppers)
  await database.make('view_visit')
  await database.make('view_click')
  const [facts] = await database.numbers(
    'SELECT (SELECT count(*) FROM view_visit), (SELECT count(*) FROM view_click)')
  const [visits, clicks] = facts as [number, number]
  if (!visits) return undefined
  const tuned = tune ? await tuneNext(database, items, { visits, minShoppers }) : undefined
  const related = await relate(database, items, minShoppers)
  return { ...related, visits, clicks, ...(tuned && { params: { next: tuned.next }, tuned }) }
}

/** The relations, from all visits or from the tables that are there. */
async function relate(database: Database, items: number, minShoppers: number): Promise<Views> {
  const counts = await countViews(database, items)
  const { viewed, belowFloor } = relateViews(counts, minShoppers)
  const bought = await relatePurchases(database, items, minShoppers)
  return {
    viewed, boughtAfterView: bought.rows, params: {}, visits: 0, clicks: 0,
    counted: counts.a.length, belowFloor, kept: viewed.a.length,
    boughtAfterViewKept: bought.kept, boughtAfterViewBelowFloor: bought.belowFloor,
  }
}

/** Share of an item's viewers who bought the other one within a week: `shoppers / (viewers + 3)`. */
async function relatePurchases(
  database: Database, items: number, minShoppers: number,
): Promise<{ rows: Neighbour[][]; kept: number; belowFloor: number }> {
  await database.make('view_purchase', viewPurchaseValues)
  const rows: Neighbour[][] = Array.from({ length: items }, () => [])
  const places = new Uint32Array(items)
  let kept = 0
  let belowFloor = 0
  const query = 'SELECT a, b, shoppers, viewers FROM view_purchase ORDER BY a, shoppers DESC, b'
  await database.read(query, ([a, b, shoppers, viewers], count) => {
    for (let row = 0; row < count; row++) {
      const item = a![row]!
      if (places[item]! >= boughtPerItem) continue
      // Truncated before the floor: what a row does not publish makes no room for what is weaker.
      places[item]!++
      if (shoppers![row]! < minShoppers) belowFloor++
      else {
        rows[item]!.push({ index: b![row]!, weight: shoppers![row]! / (viewers![row]! + 3) })
        kept++
      }
    }
  })
  return { rows, kept, belowFloor }
}
