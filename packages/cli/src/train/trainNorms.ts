import type { LifecycleNorms, StoreNorms } from '@shopside/engine'
import type { CatalogueItem } from '../read/catalogueItem.ts'
import type { Database } from './database.ts'
import { normsFloor } from './normsFloor.ts'
import { roundNorm } from './roundNorm.ts'
import { trainCategories } from './trainCategories.ts'
import { trainClock } from './trainClock.ts'
import { trainCltv } from './trainCltv.ts'
import { trainTastes } from './trainTastes.ts'
import type { StoreFacts } from './trainStore.ts'

/** What norms are learnt for. */
export interface NormsOptions {
  /** ISO 4217 of the orders' prices. */
  currency?: string
  /** IANA name: the zone that the orders' times are written in. */
  timeZone?: string
}

/**
 * What the store's shoppers are judged by, counted from all orders of known customers. Undefined without orders in the database
 * (none, or counted by a warehouse) or under 20 customers. Needs the tables up to `basket`.
 */
export async function trainNorms(
  database: Database,
  items: readonly CatalogueItem[],
  store: StoreFacts,
  { currency, timeZone }: NormsOptions,
): Promise<StoreNorms | undefined> {
  if (store.newestAt === undefined || store.customers < normsFloor || database.loaded('pair')) return undefined
  await database.make('purchase')
  const lifecycle = await trainLifecycle(database, store)
  if (!lifecycle) return undefined
  const { cltv, valueCut } = await trainCltv(database)
  const tastes = await trainTastes(database, items)
  const categories = await trainCategories(database, items)
  if (valueCut !== undefined) lifecycle.valueCut = valueCut
  return {
    format: 'shopside-norms',
    version: 1,
    asOf: store.newestAt,
    ...(currency !== undefined && { currency }),
    ...(timeZone !== undefined && { timeZone }),
    lifecycle,
    ...(cltv && { cltv }),
    tastes,
    ...(categories && { categories }),
    ...(await trainClock(database)),
  }
}

/** Type-7 quantiles (`percentile_cont`) over customers, their gaps and their orders. */
async function trainLifecycle(database: Database, { unitsPerLine95 }: StoreFacts): Promise<LifecycleNorms | undefined> {
  const [row] = await database.numbers(`
    WITH gap AS (SELECT shopper, day - lag(day) OVER (PARTITION BY shopper ORDER BY day) AS days FROM purchase),
    customer AS (
      SELECT (SELECT max(day) FROM purchase) - max(day) AS recency, count(*) AS days,
        CASE WHEN count(value) = count(*) THEN sum(value) / 10000 END AS spend
      FROM purchase GROUP BY shopper
    )
    SELECT
      (SELECT count(DISTINCT shopper) FROM gap WHERE days IS NOT NULL),
      (SELECT count(*) FROM customer), (SELECT count(spend) FROM customer), (SELECT count(*) FROM purchase WHERE NOT priced),
      ${[0.5, 0.75, 0.9, 0.95].map(part => `(SELECT quantile_cont(days, ${part}) FROM gap)`).join(', ')},
      ${fifths('recency')}, ${fifths('days')}, ${fifths('spend')},
      (SELECT quantile_cont(value / orders / 10000, 0.95) FROM purchase)`)
  const [returning, customers, spenders, unpriced, ...cuts] = row!
  if (returning! < normsFloor || customers! < normsFloor) return undefined
  const four = (at: number): [number, number, number, number] => {
    const [a, b, c, d] = cuts.slice(at, at + 4).map(cut => roundNorm(cut!))
    return [a!, b!, c!, d!]
  }
  return {
    gapDays: four(0),
    recencyCuts: four(4),
    frequencyCuts: four(8),
    bulkUnitsPerLine: Math.max(2, Math.round(unitsPerLine95)),
    ...(unpriced === 0 && spenders! >= normsFloor && { moneyCuts: four(12), bulkOrderValue: roundNorm(cuts[16]!) }),
  }
}

/** Columns (SQL) of the four cuts between fifths of the customers. */
function fifths(axis: 'recency' | 'days' | 'spend'): string {
  return [0.2, 0.4, 0.6, 0.8].map(part => `(SELECT quantile_cont(${axis}, ${part}) FROM customer)`).join(', ')
}
