import type { Database } from './database.ts'
import type { StoreFacts } from './trainStore.ts'

/**
 * The shortest of these windows that holds enough shoppers is "now". Days; four times as long before it is what to expect from.
 */
const windows = [7, 30, 90] as const
const shoppersForWindow = 100
/** Entries at most: a shelf, not a ranking of the catalogue. */
const most = 100
/** Least rise that is called one, in standard deviations of what chance does. */
const leastDeviations = 2

/** What rises, and how it was found. */
export interface Trend {
  /** Indices, strongest rise first. */
  trending: number[]
  /** Days of the window; undefined when no window holds enough shoppers or the history is too short to expect anything. */
  days: number | undefined
  /** Items that rose and had too few shoppers to say so. */
  belowFloor: number
}

/**
 * Items whose distinct shoppers of the last days are more than the days before let expect, at the shop's own pace: what the
 * whole shop gained is no item's rise. The rise is the difference of the variance-stabilised counts, 2 (sqrt(n + 3/8) - sqrt(e
 * + 3/8)), which is in standard deviations whatever the size of the counts (Anscombe, Biometrika 35, 1948): three shoppers
 * instead of one do not outrank sixty instead of thirty.
 */
export async function trainTrend(
  database: Database, { recentShoppers, oldestAt, newestAt }: StoreFacts, minShoppers: number,
): Promise<Trend> {
  const history = oldestAt === undefined || newestAt === undefined ? 0 : (newestAt - oldestAt) / 864e5
  const days = windows.find(window => recentShoppers[window] >= shoppersForWindow)
  if (days === undefined || history < 5 * days) return { trending: [], days: undefined, belowFloor: 0 }
  const rows = await database.numbers(`SELECT item, shoppers_${days}, before_${days} FROM item_sale ORDER BY item`)
  let all = 0
  let allBefore = 0
  for (const [, now, before] of rows) {
    all += now!
    allBefore += before!
  }
  const pace = all / Math.max(1, allBefore)
  const risen = rows.map(([index, now, before]) => ({
    index: index!, now: now!, rise: 2 * (Math.sqrt(now! + 0.375) - Math.sqrt(before! * pace + 0.375)),
  })).filter(({ rise }) => rise >= leastDeviations)
  const trending = risen.filter(({ now }) => now >= minShoppers).sort((a, b) => b.rise - a.rise || a.index - b.index)
  return { trending: trending.slice(0, most).map(({ index }) => index), days, belowFloor: risen.length - trending.length }
}
