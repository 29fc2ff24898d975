import type { Model } from '@shopside/engine'
import type { Baselines } from './baselines.ts'
import { learnBaselines } from './baselines.ts'
import { learnDenseEase, mostDenseItems } from './denseEase.ts'
import { denseRanker } from './denseRanker.ts'
import type { PastOrder } from './history.ts'
import type { NextBasket, Returning } from './nextBasket.ts'
import { findReturning, measureNextBasket } from './nextBasket.ts'
import type { LastLine, OneToRest, Ranker, Sameness } from './protocols.ts'
import { measureFirstThree, measureLastLine, measureOneToRest } from './protocols.ts'
import { engineForShopper, engineRanker, rowRanker } from './replay.ts'

/** One line of a table: a method and its shares (0..1). */
export interface Measured<Figures> {
  method: string
  figures: Figures
}

/**
 * Shares by protocol, T1 to T3 of the data's README, and the next basket. All methods saw the same orders before the split, none
 * after.
 */
export interface OrderFigures {
  lastLine: Measured<LastLine>[]
  firstThree: Measured<OneToRest>[]
  oneToRest: Measured<OneToRest>[]
  nextBasket: Measured<NextBasket>[]
}

/** What was measured on orders. */
export interface OrdersReport extends OrderFigures {
  trainOrders: number
  testOrders: number
}

type BasketMethod = readonly [method: string, rank: Ranker, same?: Sameness]
type ShopperMethod = readonly [method: string, rank: (shopper: Returning) => readonly string[]]

/** The questions that the orders of the test part ask. What does not depend on a model is measured once, for the first one. */
export function ordersQuestions(train: readonly PastOrder[], test: readonly PastOrder[]): (model: Model) => OrdersReport {
  const baselines = learnBaselines(train)
  const returning = findReturning(train, test, baselines.knows)
  const measure = (baskets: readonly BasketMethod[], shoppers: readonly ShopperMethod[]): OrderFigures => ({
    lastLine: baskets.map(([method, rank, same]) => ({ method, figures: measureLastLine(test, baselines.knows, rank, same) })),
    firstThree: baskets.map(
      ([method, rank, same]) => ({ method, figures: measureFirstThree(test, baselines.knows, rank, same) }),
    ),
    oneToRest: baskets.map(([method, rank, same]) => ({ method, figures: measureOneToRest(test, baselines.knows, rank, same) })),
    nextBasket: shoppers.map(([method, rank]) => ({ method, figures: measureNextBasket(returning, rank) })),
  })
  let known: OrderFigures | undefined
  return model => {
    known ??= measure(knownBaskets(train, baselines, model.params.basketDecay), knownShoppers(baselines))
    const own = measure(modelBaskets(model), modelShoppers(model))
    return {
      trainOrders: train.length, testOrders: test.length,
      lastLine: [...known.lastLine, ...own.lastLine], firstThree: [...known.firstThree, ...own.firstThree],
      oneToRest: [...known.oneToRest, ...own.oneToRest], nextBasket: [...known.nextBasket, ...own.nextBasket],
    }
  }
}

/** Replays the orders of the test part against a model of those before it. */
export function evaluateOrders(train: readonly PastOrder[], test: readonly PastOrder[], model: Model): OrdersReport {
  return ordersQuestions(train, test)(model)
}

function knownBaskets(train: readonly PastOrder[], baselines: Baselines, decay: number): BasketMethod[] {
  const popularity: Ranker = (items, count) =>
    baselines.popularity.slice(0, count + items.length).filter(itemId => !items.includes(itemId)).slice(0, count)
  const methods: BasketMethod[] = [
    ['popularity, 30-day decay', popularity],
    ['cosine, dense, no floor', (items, count) => baselines.cosine(items, count)],
  ]
  if (baselines.popularity.length > mostDenseItems) return methods
  const dense = learnDenseEase(train)
  methods.push(['EASE, dense, no floor, lines alike', denseRanker(dense, 0)])
  if (decay > 0) methods.push(['EASE, dense, no floor, newest lines first', denseRanker(dense, decay)])
  return methods
}

function modelBaskets(model: Model): BasketMethod[] {
  const row = rowRanker(model)
  const product: Sameness = itemId => {
    const index = model.indexOf(itemId)
    return index < 0 ? itemId : `group ${model.group(index)}`
  }
  /** Each product once, and none of the basket's: what the engine may show at best. */
  const products: Ranker = (items, count, at) => {
    const taken = new Set(items.map(product))
    return row(items, model.size, at).filter(itemId => !taken.has(product(itemId)) && taken.add(product(itemId))).slice(0, count)
  }
  const engine = engineRanker(model, 'bought-together')
  return [
    ['model row', row],
    ['model row, each product once', products],
    ['bought-together (engine)', engine],
    ['model row, each product once, a colour twin is a hit', products, product],
    ['bought-together (engine), a colour twin is a hit', engine, product],
  ]
}

function knownShoppers(baselines: Baselines): ShopperMethod[] {
  const place = new Map(baselines.popularity.map((itemId, rank) => [itemId, rank]))
  const frequency = ({ before }: Returning): string[] => {
    const counts = new Map<string, number>()
    for (const order of before) for (const { itemId } of order.items) counts.set(itemId, (counts.get(itemId) ?? 0) + 1)
    const own = [...counts].sort((a, b) => b[1] - a[1] || place.get(a[0])! - place.get(b[0])!).map(([itemId]) => itemId)
    return [...own, ...baselines.popularity.slice(0, 10 + own.length).filter(itemId => !counts.has(itemId)).slice(0, 10)]
  }
  return [['popularity, 30-day decay', () => baselines.popularity], ['personal frequency, then popularity', frequency]]
}

/**
 * `for-you` is the guess at the next order; `buy-again` holds what was bought before alone, so its measure is what is bought
 * again.
 */
function modelShoppers(model: Model): ShopperMethod[] {
  return [
    ['for-you (engine)', ({ before, at }) => engineForShopper(model, 'for-you', before, at)],
    ['buy-again (engine)', ({ before, at }) => engineForShopper(model, 'buy-again', before, at)],
  ]
}
