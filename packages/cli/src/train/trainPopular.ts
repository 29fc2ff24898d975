import type { Database } from './database.ts'

/** The shortest of these windows that holds enough shoppers is "recent". Days. */
const windows = [30, 90, 365, 36500] as const
/** Shoppers that make a window enough. */
const shoppersForWindow = 100

/** Orders of the catalogue's items. */
export interface Popular {
  /** All indices, most distinct recent shoppers first, then of all time, then by id. */
  popular: number[]
  /** How many of them had at least the floor of recent shoppers. */
  popularKnown: number
  /** First day of sale by item, days since 1970; missing when never ordered. */
  firstDay: Map<number, number>
  /** The window taken. Days. */
  recentDays: number
}

/** Popularity by distinct shoppers in the recent window. */
export async function trainPopular(database: Database, items: number, minShoppers: number): Promise<Popular> {
  let recentDays: number = windows[0]
  for (const days of windows) {
    recentDays = days
    const [row] = await database.numbers(
      `SELECT count(DISTINCT shopper) FROM shop_order WHERE day > (SELECT max(day) FROM shop_order) - ${days}`,
    )
    if (row![0]! >= shoppersForWindow) break
  }
  await database.make('item_sale', { recent_days: recentDays })
  const all = new Float64Array(items)
  const recent = new Float64Array(items)
  const firstDay = new Map<number, number>()
  const rows = await database.numbers('SELECT item, shoppers, recent_shoppers, first_day FROM item_sale')
  for (const [item, shoppers, recently, day] of rows) {
    all[item!] = shoppers!
    recent[item!] = recently!
    firstDay.set(item!, day!)
  }
  const popular = Array.from({ length: items }, (_, index) => index)
    .sort((a, b) => recent[b]! - recent[a]! || all[b]! - all[a]! || a - b)
  const popularKnown = popular.findIndex(index => recent[index]! < minShoppers)
  return { popular, popularKnown: popularKnown < 0 ? items : popularKnown, firstDay, recentDays }
}
