import type { ModelItem, ModelParts } from '@shopside/engine'
import type { CatalogueItem } from '../read/catalogueItem.ts'
import type { Database } from './database.ts'
import { trainPairs } from './trainPairs.ts'
import type { Pairs } from './trainPairs.ts'
import { trainPopular } from './trainPopular.ts'
import { trainSimilar } from './similar.ts'
import { trainReorder, trainStore } from './trainStore.ts'
import type { StoreFacts } from './trainStore.ts'

const dayMs = 864e5

/** How to train. */
export interface TrainOptions {
  /** Distinct shoppers that a pair, a popular item or a re-order gap needs. */
  minShoppers: number
  /** Neighbours per item and relation at most. */
  neighbours: number
  /** Called before each part, for a progress bar. */
  onStep?: (step: string) => void
}

/** A model's parts, and what is printed about them. */
export interface Trained {
  parts: ModelParts
  store: StoreFacts
  pairs: Omit<Pairs, 'rows'>
  similar: number
  recentDays: number
}

/**
 * How much an order counts in a pair: half after 180 days, and less the longer it is (n items: n ** -0.5), since two of forty
 * things say less of each other than two of two. Chosen among nine settings on 11 October to 9 November 2011 of the demo's
 * data, the last 30 days before its test part: T3 hit@5 57.5 against 55.7 unweighted, T1 HR@20 26.1 against 22.1 (docs/model-
 * format.md).
 */
const orderWeights = { half_life_days: 180, length_power: 0.5 }

/** Steps of `train`, in order: for a progress bar. */
export const trainSteps: readonly string[] = ['orders', 'popularity', 'pairs', 're-order gaps', 'similar by words']

/** Everything that a model file holds, learnt from a catalogue (ascending by id) and the order lines in the database. */
export async function train(items: readonly CatalogueItem[], database: Database, options: TrainOptions): Promise<Trained> {
  const { minShoppers, neighbours, onStep } = options
  onStep?.('orders')
  await database.make('shop_order')
  await database.make('basket', orderWeights)
  const store = await trainStore(database)
  onStep?.('popularity')
  const { popular, popularKnown, firstDay, recentDays } = await trainPopular(database, items.length, minShoppers)
  onStep?.('pairs')
  const { rows: boughtWith, ...pairs } = await trainPairs(database, items.length, { minShoppers, neighbours })
  onStep?.('re-order gaps')
  const reorder = await trainReorder(database, items.length, minShoppers)
  onStep?.('similar by words')
  const similar = trainSimilar(items, Math.min(neighbours, 12))

  const currency = mainCurrency(items)
  const dated = items.flatMap(item => [item.priceAt ?? 0, item.firstSoldAt ?? 0])
  const asOf = store.newestAt ?? dated.reduce((newest, at) => Math.max(newest, at), 0)
  const params = { ...store.params }
  const modelItems = items.map((item, index) =>
    toModelItem(item, currency, asOf, firstSale(item, firstDay.get(index), store, params.newWithinDays)))
  const isNew = (firstSoldAt: number): boolean =>
    Math.floor(asOf / dayMs) - Math.floor(firstSoldAt / dayMs) <= params.newWithinDays
  const newest = modelItems.flatMap(({ firstSoldAt }, index) => firstSoldAt !== undefined && isNew(firstSoldAt) ? [index] : [])
    .sort((a, b) => modelItems[b]!.firstSoldAt! - modelItems[a]!.firstSoldAt! || a - b)
  return {
    parts: {
      asOf, ...(currency === undefined ? {} : { currency }), params, items: modelItems, boughtWith, similar, popular,
      popularKnown, newest, reorder,
    },
    store, pairs, similar: similar.reduce((sum, row) => sum + row.length, 0), recentDays,
  }
}

/**
 * The catalogue's own date, else the first order: but an order in the first `newWithinDays` of the history says nothing, it may
 * be old.
 */
function firstSale(
  item: CatalogueItem, firstDay: number | undefined, { oldestAt }: StoreFacts, newWithinDays: number,
): number | undefined {
  if (item.firstSoldAt !== undefined) return item.firstSoldAt
  if (firstDay === undefined || oldestAt === undefined) return undefined
  return firstDay * dayMs - oldestAt > newWithinDays * dayMs ? firstDay * dayMs : undefined
}

/** The currency of most prices; a price in another is left out, never converted. */
function mainCurrency(items: readonly CatalogueItem[]): string | undefined {
  const votes = new Map<string, number>()
  for (const { currency } of items) if (currency !== undefined) votes.set(currency, (votes.get(currency) ?? 0) + 1)
  let best: string | undefined
  for (const [currency, count] of votes) if (best === undefined || count > votes.get(best)!) best = currency
  return best
}

function toModelItem(
  item: CatalogueItem, currency: string | undefined, asOf: number, firstSoldAt: number | undefined,
): ModelItem {
  const { price, priceAt, currency: own, firstSoldAt: _first, ...rest } = item
  const model: ModelItem = { ...rest }
  if (firstSoldAt !== undefined) model.firstSoldAt = firstSoldAt
  if (price === undefined || (own !== undefined && own !== currency)) return model
  model.price = price
  // A catalogue without a date of its prices is taken for what it was when its newest order came in.
  const at = priceAt ?? asOf
  if (at > 0) model.priceAt = at
  return model
}
