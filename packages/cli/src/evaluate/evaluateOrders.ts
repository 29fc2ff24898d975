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
import { takeEvenly } from './takeEvenly.ts'

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
type ShopperRanker = (shopper: Returning) => readonly string[]
type ShopperMethod = readonly [method: string, rank: ShopperRanker, same?: Sameness]

/**
 * The questions that the orders of the test part ask. What does not depend on a model is measured once, for the first one.
 *
 * @param most orders, and returning shoppers, that are asked about: evenly spread over the test part
 */
export function ordersQuestions(
  train: readonly PastOrder[], all: readonly PastOrder[], most: number = Infinity,
): (model: Model) => OrdersReport {
  const baselines = learnBaselines(train)
  const returning = takeEvenly(findReturning(train, all, baselines.knows), most)
  const test = takeEvenly(all, most)
  const measure = (baskets: readonly BasketMethod[], shoppers: readonly ShopperMethod[]): OrderFigures => ({
    lastLine: baskets.map(([method, rank, same]) => ({ method, figures: measureLastLine(test, baselines.knows, rank, same) })),
    firstThree: baskets.map(
      ([method, rank, same]) => ({ method, figures: measureFirstThree(test, baselines.knows, rank, same) }),
    ),
    oneToRest: baskets.map(([method, rank, same]) => ({ method, figures: measureOneToRest(test, baselines.knows, rank, same) })),
    nextBasket: shoppers.map(([method, rank, same]) => ({ method, figures: measureNextBasket(returning, rank, same) })),
  })
  let known: OrderFigures | undefined
  return model => {
    known ??= measure(knownBaskets(train, baselines, model.params.basketDecay), knownShoppers(baselines))
    const own = measure(modelBaskets(model), modelShoppers(model, baselines))
    return {
      trainOrders: train.length, testOrders: all.length,
      lastLine: [...known.lastLine, ...own.lastLine], firstThree: [...known.firstThree, ...own.firstThree],
      oneToRest: [...known.oneToRest, ...own.oneToRest], nextBasket: [...known.nextBasket, ...own.nextBasket],
    }
  }
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
  const product = productOf(model)
  /** Each product once, and none of the basket's: what the engine may show at best. */
  const products = remembered((items, count, at) => {
    const taken = new Set(items.map(product))
    return row(items, model.size, at).filter(itemId => !taken.has(product(itemId)) && taken.add(product(itemId))).slice(0, count)
  })
  const engine = remembered(engineRanker(model, 'bought-together'))
  return [
    ['model row', row],
    ['model row, each product once', products],
    ['bought-together (engine)', engine],
    ['model row, each product once, a colour twin is a hit', products, product],
    ['bought-together (engine), a colour twin is a hit', engine, product],
  ]
}

/** A ranker that answers the same question once: several rows of a table judge the same lists. */
function remembered(rank: Ranker): Ranker {
  const lists = new Map<string, readonly string[]>()
  return (items, count, at) => {
    const question = `${count} ${at} ${items.join(' ')}`
    let list = lists.get(question)
    if (!list) lists.set(question, list = rank(items, count, at))
    return list
  }
}

/** Colours of a product are the same thing. */
function productOf(model: Model): Sameness {
  return itemId => {
    const index = model.indexOf(itemId)
    return index < 0 ? itemId : `group ${model.group(index)}`
  }
}

/** How often somebody bought an item, ties by popularity; then the popular. */
function personalFrequency({ popularity }: Baselines): ShopperRanker {
  const place = new Map(popularity.map((itemId, rank) => [itemId, rank]))
  return ({ before }) => {
    const counts = new Map<string, number>()
    for (const order of before) for (const { itemId } of order.items) counts.set(itemId, (counts.get(itemId) ?? 0) + 1)
    const own = [...counts].sort((a, b) => b[1] - a[1] || place.get(a[0])! - place.get(b[0])!).map(([itemId]) => itemId)
    return [...own, ...popularity.slice(0, 10 + own.length).filter(itemId => !counts.has(itemId)).slice(0, 10)]
  }
}

function knownShoppers(baselines: Baselines): ShopperMethod[] {
  return [
    ['popularity, 30-day decay', () => baselines.popularity],
    ['personal frequency, then popularity', personalFrequency(baselines)],
  ]
}

/**
 * `for-you` is the guess at the next order; `buy-again` holds what was bought before alone, so its measure is what is bought
 * again. The engine shows each product once: what that costs counting, and what is left where a colour twin is a hit.
 */
function modelShoppers(model: Model, baselines: Baselines): ShopperMethod[] {
  const product = productOf(model)
  const counted = personalFrequency(baselines)
  const products: ShopperRanker = shopper => {
    const taken = new Set<string>()
    return counted(shopper).filter(itemId => !taken.has(product(itemId)) && taken.add(product(itemId)))
  }
  const forYou = rankedOnce(({ before, at }) => engineForShopper(model, 'for-you', before, at))
  const buyAgain = rankedOnce(({ before, at }) => engineForShopper(model, 'buy-again', before, at))
  const twin = 'a colour twin is a hit'
  return [
    ['for-you (engine)', forYou],
    ['buy-again (engine)', buyAgain],
    ['personal frequency, each product once', products],
    [`personal frequency, ${twin}`, counted, product],
    [`personal frequency, each product once, ${twin}`, products, product],
    [`for-you (engine), ${twin}`, forYou, product],
    [`buy-again (engine), ${twin}`, buyAgain, product],
  ]
}

/** A list that is judged twice is made once. */
function rankedOnce(rank: ShopperRanker): ShopperRanker {
  const lists = new Map<Returning, readonly string[]>()
  return shopper => {
    const list = lists.get(shopper) ?? rank(shopper)
    lists.set(shopper, list)
    return list
  }
}
