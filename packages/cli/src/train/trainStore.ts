import type { ModelParams, Reorder } from '@shopside/engine'
import { defaultParams } from '@shopside/engine'
import type { Database } from './database.ts'

/** Below this many customers a figure of the whole shop is not theirs to tell; the default stands in. */
const customersForFigures = 20

/** Facts about the whole shop. */
export interface StoreFacts {
  params: ModelParams
  orders: number
  /** Known customers. */
  customers: number
  /** Known customers and orders without one. */
  shoppers: number
  /** Epoch ms of the newest and oldest row; undefined without orders. */
  newestAt?: number
  oldestAt?: number
}

/** Quantiles over customers, for the presets; defaults where fewer than 20 customers came back. */
export async function trainStore(database: Database): Promise<StoreFacts> {
  await database.make('store')
  const [row] = await database.numbers(`
    SELECT orders, customers, shoppers, newest_ms, oldest_ms, returning_customers,
      gap_50, gap_75, gap_90, gap_95, units_95, purchase_days_80
    FROM store`)
  const [orders, customers, shoppers, newest, oldest, returning, g50, g75, g90, g95, units, days] = row!
  const params: ModelParams = { ...defaultParams }
  if (returning! >= customersForFigures) params.gapDays = [g50!, g75!, g90!, g95!]
  if (shoppers! >= customersForFigures) params.bulkUnitsPerLine = Math.max(2, Math.round(units!))
  if (customers! >= customersForFigures) params.frequentPurchaseDays = Math.max(2, days!)
  return {
    params, orders: orders!, customers: customers!, shoppers: shoppers!,
    ...(newest === null ? {} : { newestAt: newest! }), ...(oldest === null ? {} : { oldestAt: oldest! }),
  }
}

/**
 * Re-order facts per item: the median gap and the share of its customers who came back for it, in eighths rounded down.
 * Undefined where fewer than `minShoppers` customers bought it on two days.
 */
export async function trainReorder(database: Database, items: number, minShoppers: number): Promise<(Reorder | undefined)[]> {
  await database.make('reorder')
  await database.make('reorder_gap')
  const rows: (Reorder | undefined)[] = Array.from({ length: items }, () => undefined)
  for (const [item, customers, again, gapDays] of await database.numbers(
    'SELECT item, customers, again, gap_days FROM reorder JOIN reorder_gap USING (item)',
  )) {
    if (again! < minShoppers) continue
    rows[item!] = { gapDays: gapDays!, againShare: Math.min(7, Math.floor(again! / customers! * 8)) / 8 }
  }
  return rows
}
