import type { Database } from './database.ts'
import type { StoreFacts } from './trainStore.ts'

/** The shortest of these windows that holds enough shoppers is "recent". Days. */
const windows = [30, 90, 365] as const
/** Shoppers that make a window enough. */
const shoppersForWindow = 100
/** Visitors, summed over items, that make a window of views enough. */
export const viewersForWindow = 1000

/** What was sold of every item: one entry per item of the catalogue, 0 when never ordered. */
export interface Sales {
  /** Distinct shoppers of all time, and of the recent window. */
  shoppers: Uint32Array
  recent: Uint32Array
  /** Distinct visitors that looked at it, of all time and of the recent window: an order to fill with where nothing was sold. */
  viewers: Uint32Array
  recentViewers: Uint32Array
  /** Known customers, and those who bought it on at least two days. */
  customers: Uint32Array
  again: Uint32Array
  /** First day of sale, days since 1970; missing when never ordered. */
  firstDay: Map<number, number>
  /** The window taken, in days; undefined: all time. */
  recentDays: number | undefined
  /** The window taken for views: the week where it holds enough. */
  viewedDays: 7 | 30
}

/** An order of the catalogue's items. */
export interface Popular {
  /** All indices, most distinct recent shoppers first, then of all time, then most visitors (recent, of all time), then by id. */
  popular: number[]
  /** How many of them had at least the floor of recent shoppers, or of recent visitors where nothing was ever sold. */
  popularKnown: number
  /** Nothing was ever sold: visitors are what was counted. */
  byLooks: boolean
}

/** Reads `item_sale` and `item_view`. */
export async function readSales(database: Database, items: number, { recentShoppers }: StoreFacts): Promise<Sales> {
  const recentDays = windows.find(days => recentShoppers[days] >= shoppersForWindow)
  const column = recentDays === undefined ? 'shoppers' : `shoppers_${recentDays}`
  const sales: Sales = {
    shoppers: new Uint32Array(items), recent: new Uint32Array(items), viewers: new Uint32Array(items),
    recentViewers: new Uint32Array(items), customers: new Uint32Array(items), again: new Uint32Array(items),
    firstDay: new Map(), recentDays, viewedDays: 30,
  }
  const rows = await database.numbers(`SELECT item, shoppers, ${column}, first_day, customers, again FROM item_sale`)
  for (const [item, shoppers, recent, day, customers, again] of rows) {
    sales.shoppers[item!] = shoppers!
    sales.recent[item!] = recent!
    sales.customers[item!] = customers!
    sales.again[item!] = again!
    sales.firstDay.set(item!, day!)
  }
  const viewed = await database.numbers('SELECT item, viewers, viewers_30, viewers_7 FROM item_view')
  if (viewed.reduce((sum, row) => sum + row[3]!, 0) >= viewersForWindow) sales.viewedDays = 7
  for (const row of viewed) {
    sales.viewers[row[0]!] = row[1]!
    sales.recentViewers[row[0]!] = row[sales.viewedDays === 7 ? 3 : 2]!
  }
  return sales
}

/** Popularity by distinct shoppers in the recent window; by distinct visitors where nothing was ever sold. */
export function trainPopular({ recent, shoppers, recentViewers, viewers, firstDay }: Sales, minShoppers: number): Popular {
  const popular = Array.from(recent, (_, index) => index)
    .sort((a, b) => recent[b]! - recent[a]! || shoppers[b]! - shoppers[a]!
      || recentViewers[b]! - recentViewers[a]! || viewers[b]! - viewers[a]! || a - b)
  const byLooks = firstDay.size === 0
  const counted = byLooks ? recentViewers : recent
  const popularKnown = popular.findIndex(index => counted[index]! < minShoppers)
  return { popular, popularKnown: popularKnown < 0 ? popular.length : popularKnown, byLooks: byLooks && popularKnown !== 0 }
}
