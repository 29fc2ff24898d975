import type { Database } from './database.ts'
import { viewersForWindow } from './trainPopular.ts'
import type { StoreFacts } from './trainStore.ts'

/**
 * The shortest of these windows that holds enough shoppers is "now". Days; four times as long before it is what to expect from.
 */
const windows = [7, 30, 90] as const
const shoppersForWindow = 100
const dayMs = 864e5
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
 * Items whose distinct shoppers of the last days (visitors, where nothing was ever sold) are more than the days before let
 * expect, at the shop's own pace: what the whole shop gained is no item's rise. The rise is the difference of the
 * variance-stabilised counts, 2 (sqrt(n + 3/8) - sqrt(e + 3/8)), which is in standard deviations whatever the size of the counts
 * (Anscombe, Biometrika 35, 1948): three shoppers instead of one do not outrank sixty instead of thirty.
 */
export async function trainTrend(database: Database, store: StoreFacts, minShoppers: number): Promise<Trend> {
  const counts = store.orders ? countBuyers(store) : await countViewers(database, store)
  if (!counts) return { trending: [], days: undefined, belowFloor: 0 }
  const { days, from } = counts
  const rows = await database.numbers(from)
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

/** A window, and the query for item, people in it, people before it. */
interface Counts {
  days: number
  from: string
}

function countBuyers({ recentShoppers, oldestAt = 0, newestAt = 0 }: StoreFacts): Counts | undefined {
  const days = windows.find(window => recentShoppers[window] >= shoppersForWindow)
  if (days === undefined || newestAt - oldestAt < 5 * days * dayMs) return undefined
  return { days, from: `SELECT item, shoppers_${days}, before_${days} FROM item_sale ORDER BY item` }
}

/** Where nothing was ever sold, who looked is all that can rise. */
async function countViewers(
  database: Database, { oldestEventAt = 0, newestEventAt = 0 }: StoreFacts,
): Promise<Counts | undefined> {
  const [sums] = await database.numbers('SELECT sum(viewers_7), sum(viewers_30) FROM item_view')
  const days = ([7, 30] as const).find((_, place) => sums![place]! >= viewersForWindow)
  if (days === undefined || newestEventAt - oldestEventAt < 5 * days * dayMs) return undefined
  return { days, from: `SELECT item, viewers_${days}, before_${days} FROM item_view ORDER BY item` }
}
