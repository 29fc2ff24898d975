import type { ModelParts, StoreNorms } from '@shopside/engine'
import type { CatalogueItem } from '../read/catalogueItem.ts'
import { countAfter } from './countAfter.ts'
import type { Database } from './database.ts'
import { countGrams, weighOrders } from './gram.ts'
import type { PairSource } from './gram.ts'
import { toModelItems } from './modelItems.ts'
import { readOrderTable } from './orderTable.ts'
import type { OrderTable } from './orderTable.ts'
import { readAfterTable, readPairTable } from './pairTables.ts'
import { trainSimilar } from './similar.ts'
import type { Team } from './team.ts'
import { alone, createTeam } from './team.ts'
import { afterWeights, trainAfter } from './trainAfter.ts'
import type { After } from './trainAfter.ts'
import { trainNorms } from './trainNorms.ts'
import type { NormsOptions } from './trainNorms.ts'
import { trainPairs } from './trainPairs.ts'
import type { Pairs } from './trainPairs.ts'
import { readSales, trainPopular } from './trainPopular.ts'
import { trainSeason } from './trainSeason.ts'
import type { Season } from './trainSeason.ts'
import { trainReorder } from './trainReorder.ts'
import { readStore } from './trainStore.ts'
import type { StoreFacts } from './trainStore.ts'
import { trainViews } from './trainViews.ts'
import type { Views } from './trainViews.ts'
import { trainTrend } from './trainTrend.ts'
import type { Trend } from './trainTrend.ts'

/** How to train. */
export interface TrainOptions {
  /** Distinct shoppers that a pair of a basket, a popular or rising item or a re-order gap needs. */
  minShoppers: number
  /** Distinct shoppers that a pair of views needs. */
  viewShoppers: number
  /** Neighbours per item and relation at most. */
  neighbours: number
  /** False: constants are the defaults, nothing is tuned. @default true */
  tune?: boolean
  /** Threads that solve, beside those of the counting engine. @default 1 */
  threads?: number
  /** Learn what shoppers are judged by; undefined: do not. */
  norms?: NormsOptions
  /** Called before each part, for a progress bar. */
  onStep?: (step: string) => void
}

/** A model's parts, and what is printed about them. */
export interface Trained {
  parts: ModelParts
  store: StoreFacts
  pairs: Omit<Pairs, 'rows' | 'params'>
  after: Pick<After, 'kept' | 'belowFloor'>
  /** Without events: undefined. */
  views: Omit<Views, 'viewed' | 'boughtAfterView' | 'params'> | undefined
  trend: Trend
  season: Omit<Season, 'season'>
  similar: number
  recentDays: number | undefined
  /** What shoppers are judged by; undefined when it was not asked for or too few customers are known. */
  norms: StoreNorms | undefined
  /** Popular and trending count who looked: nothing was ever sold. */
  byLooks: boolean
}

/** Steps of `train`, in order: for a progress bar. */
export const trainSteps: readonly string[] = [
  'counting orders', 'popularity', 're-order gaps', 'seasons', 'customers', 'baskets', 'pairs', 'later orders', 'views',
  'similar by words',
]

/** Fewer order lines are not worth the start of a thread. */
const linesForTeam = 100_000

/**
 * Everything that a model file holds, learnt from the rows in the database.
 *
 * @param items in the order of `item_no`: `readItems`
 */
export async function train(items: readonly CatalogueItem[], database: Database, options: TrainOptions): Promise<Trained> {
  const { minShoppers, viewShoppers, neighbours, tune, onStep } = options
  const size = items.length
  const tuning = tune === undefined ? {} : { tune }
  onStep?.('counting orders')
  for (const name of ['item_name', 'order_line', 'shop_order', 'basket', 'event_row', 'store'] as const) await database.make(name)
  const store = await readStore(database)
  onStep?.('popularity')
  await database.make('item_sale')
  await database.make('item_view')
  const sales = await readSales(database, size, store)
  const { popular, popularKnown, byLooks } = trainPopular(sales, minShoppers)
  const trend = await trainTrend(database, store, minShoppers)
  onStep?.('re-order gaps')
  await database.make('reorder_gap')
  const reorder = await trainReorder(database, sales, items.map(({ category }) => category), minShoppers)
  onStep?.('seasons')
  await database.make('season')
  const { season, ...seasons } = await trainSeason(database, size)
  onStep?.('customers')
  const norms = options.norms && await trainNorms(database, items, store, options.norms)
  onStep?.('baskets')
  const orders = database.loaded('pair') || database.loaded('bought_after') ? undefined : await readOrderTable(database, size)
  if (orders) await database.forgetOrders()
  onStep?.('pairs')
  const team = orders && orders.item.length >= linesForTeam ? createTeam(options.threads ?? 1) : alone
  const source = orders ? pairSource(orders, team) : await readPairTable(database, size)
  const howPairs = { minShoppers, neighbours, shoppers: sales.shoppers, ...tuning, team }
  const { rows: boughtWith, ...pairs } = await trainPairs(source, howPairs).finally(() => team.close())
  onStep?.('later orders')
  const followers = orders ? countAfter(orders, afterWeights) : await readAfterTable(database, size)
  const { rows: boughtAfter, afterDays, ...after } = trainAfter(followers, { minShoppers, neighbours, shoppers: sales.shoppers })
  onStep?.('views')
  const views = await trainViews(database, { size, minShoppers: viewShoppers, ...tuning })
  onStep?.('similar by words')
  const similar = trainSimilar(items, Math.min(neighbours, 12))

  const dated = items.reduce((newest, item) => Math.max(newest, item.priceAt ?? 0, item.firstSoldAt ?? 0), 0)
  const asOf = Math.max(store.newestAt ?? 0, store.newestEventAt ?? 0) || dated
  const params = { ...store.params, ...pairs.params, ...views?.params, ...(byLooks && { listsByLooks: true }) }
  const { currency, items: modelItems, newest } = toModelItems(items, sales.firstDay, store, asOf)
  return {
    parts: {
      asOf, ...(currency === undefined ? {} : { currency }), params, items: modelItems, boughtWith, similar, boughtAfter,
      afterDays, trending: trend.trending, season, popular, popularKnown, newest, reorder,
      ...(views && { viewed: views.viewed, boughtAfterView: views.boughtAfterView }),
    },
    store, norms, pairs, after, views: views && aboutViews(views), trend, season: seasons, similar: similar.reduce((sum, row) => sum + row.length, 0),
    recentDays: byLooks ? sales.viewedDays : sales.recentDays, byLooks,
  }
}

/** What is printed of them. */
function aboutViews(
  { viewed: _viewed, boughtAfterView: _bought, params: _params, ...about }: Views,
): NonNullable<Trained['views']> {
  return about
}

function pairSource(orders: OrderTable, team: Team): PairSource {
  const gramsOf = countGrams(orders, team)
  return { orders, gram: weights => gramsOf([weighOrders(orders, weights)])[0]! }
}
