import type { ModelParams } from '@shopside/engine'
import { defaultParams } from '@shopside/engine'
import type { Database } from './database.ts'
import { normsFloor } from './normsFloor.ts'

/** Facts about the whole shop. */
export interface StoreFacts {
  params: ModelParams
  orders: number
  /** Known customers. */
  customers: number
  /** Known customers and orders without one. */
  shoppers: number
  /** 95 % quantile of units per order line; 0 without orders. */
  unitsPerLine95: number
  /** Distinct shoppers of the last 7, 30, 90 and 365 days, back from the newest order. */
  recentShoppers: Record<7 | 30 | 90 | 365, number>
  /** Epoch ms of the newest and oldest order line; undefined without orders. */
  newestAt?: number
  oldestAt?: number
  /** Epoch ms of the newest and oldest event; undefined without events. */
  newestEventAt?: number
  oldestEventAt?: number
}

/** Reads `store`: quantiles over customers; defaults where fewer than 20 customers came back. */
export async function readStore(database: Database): Promise<StoreFacts> {
  const [row] = await database.numbers(`
    SELECT orders, customers, shoppers, newest_ms, oldest_ms, newest_event_ms, oldest_event_ms, returning_customers,
      gap_50, gap_75, gap_90, gap_95, units_95, shoppers_7, shoppers_30, shoppers_90, shoppers_365
    FROM store`)
  const [orders, customers, shoppers, newest, oldest, newestEvent, oldestEvent, returning, ...figures] = row!
  const [g50, g75, g90, g95, units, in7, in30, in90, in365] = figures
  const params: ModelParams = { ...defaultParams }
  if (returning! >= normsFloor) params.gapDays = [g50!, g75!, g90!, g95!]
  return {
    params, orders: orders!, customers: customers!, shoppers: shoppers!,
    unitsPerLine95: units ?? 0,
    recentShoppers: { 7: in7!, 30: in30!, 90: in90!, 365: in365! },
    ...(newest === null ? {} : { newestAt: newest! }), ...(oldest === null ? {} : { oldestAt: oldest! }),
    ...(newestEvent === null ? {} : { newestEventAt: newestEvent! }),
    ...(oldestEvent === null ? {} : { oldestEventAt: oldestEvent! }),
  }
}
