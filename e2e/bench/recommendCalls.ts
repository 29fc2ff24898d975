// Runs in Node and, bundled, in a page: so it prints nothing and touches neither.
import {
  coreStrategies, decodeModel, emptyProfile, foldEvents, keepRules, openBoard, recommend, rerank, scoreVisit, topOfBoard, toVisit,
  type Model, type PlacementRules, type Profile, type RecommendInput, type RecommendRequest, type ShopEvent,
} from '@shopside/engine'
import { moreStrategies } from '@shopside/engine/strategies'

const day = 86_400_000
const minute = 60_000
const shoppers = 8
const pages = 97

/** ms of each call, by what was called. */
export type CallTimes = Record<string, number[]>

/** A shop's rules as an ordinary placement has them. */
const rules: PlacementRules = {
  include: { price: { max: 60 } }, exclude: { brands: ['brand 7'] }, pin: [{ itemId: 'sku-1', place: 2 }],
  boost: [{ where: { categories: ['department 3'] }, factor: 2 }], promote: { where: { isNew: true }, share: 0.25 },
  diversity: 0.3,
}

/**
 * Times of `recommend` (and of `rerank`, and with rules) over a model: every call is of another of eight shoppers on another
 * page, so that no call finds the one before it ready. Each strategy is warmed up by as many calls as are timed, at most 200.
 *
 * @param now epoch ms
 * @param calls of each; where `leastMs` is above 0, samples of each
 * @param leastMs a sample is the mean of as many calls in a row as take this long. A slowed page does not run slowly: the browser lets it
 *   run for a fifth of a millisecond and then stops it for several times as long, so that a call alone mostly takes no longer than
 *   at full speed, and now and then a whole stop. @default 0: every call is a sample
 */
export function recommendCalls(model: Model, now: number, calls: number, leastMs = 0): CallTimes {
  const known = Array.from({ length: shoppers }, (_, number) => regular(model, now, number))
  const idsOf = (count: number, step: number): string[] =>
    Array.from({ length: count }, (_, place) => model.itemId(place * step % model.size))
  const request = { limit: 8, freeShippingFrom: 60, itemIds: idsOf(12, 7) }
  const listed = idsOf(48, 11)
  /** What the ranking itself takes: the twenty best ids of the running visit, two hops and all. */
  const nextIds = ({ profile }: RecommendInput): number[] => {
    const board = openBoard(model)
    const visit = toVisit(profile!.viewed.slice(-10).map(board.indexOf))
    scoreVisit(board, model.viewed, visit, model.params.next)
    return topOfBoard(board, model, 20)
  }
  const asked: [string, (input: RecommendInput, itemId: string) => unknown][] = [
    ['next, 20 ids', nextIds],
    ...[...coreStrategies, ...moreStrategies].map(({ name }): typeof asked[0] => [name, (input, itemId) =>
      recommend(input, { ...request, strategy: name, itemId } satisfies RecommendRequest, moreStrategies)]),
    [
      'for-you, with rules',
      (input, itemId) => recommend(input, { ...request, strategy: 'for-you', itemId, rules }, [], keepRules),
    ],
    ['rerank of 48', input => rerank(input, listed)],
  ]
  const times: CallTimes = {}
  for (const [name, call] of asked) {
    const samples: number[] = times[name] = []
    const warmUp = Math.min(calls, 200)
    let inSample = 0
    let sampleMs = 0
    for (let number = -warmUp; samples.length < calls; number++) {
      const itemId = model.itemId(model.popular[(number + warmUp) % pages]!)
      const profile = known[(number + warmUp) % shoppers]!
      const input: RecommendInput = { now, model, profile, page: { item: { item_id: itemId } } }
      const before = performance.now()
      call(input, itemId)
      if (number < 0) continue
      inSample++
      sampleMs += performance.now() - before
      if (sampleMs < leastMs) continue
      samples.push(sampleMs / inSample)
      inSample = sampleMs = 0
    }
  }
  return times
}

/** As `recommendCalls`, of a model file at an address. */
export async function recommendCallsFrom(address: string, now: number, calls: number, leastMs: number): Promise<CallTimes> {
  return recommendCalls(decodeModel(new Uint8Array(await (await fetch(address)).arrayBuffer())), now, calls, leastMs)
}

/**
 * A shopper made of the shop's own popular things: fifty looks, ten of them in the running visit, ten orders of four, two things
 * in the basket.
 */
function regular(model: Model, now: number, number: number): Profile {
  const events: ShopEvent[] = []
  const itemAt = (place: number): { item_id: string } =>
    ({ item_id: model.itemId(model.popular[(place * 37 + number * 101) % model.popular.length] ?? 0) })
  const add = (at: number, name: 'purchase' | 'view_item' | 'view_cart', params: object): void => {
    events.push({ id: `${at}-bench-${events.length}-0`, at, name, params } as ShopEvent)
  }
  for (let order = 0; order < 10; order++) {
    const items = [0, 1, 2, 3].map(line => ({ ...itemAt(order * 4 + line), quantity: 6, price: 1 }))
    add(now - (11 - order) * 7 * day, 'purchase', { transaction_id: `B-${order}`, currency: 'GBP', items })
  }
  for (let look = 0; look < 50; look++) {
    const at = look < 40 ? now - (50 - look) * day / 10 : now - (51 - look) * minute
    add(at, 'view_item', { items: [{ ...itemAt(look + 100), price: 60 }], currency: 'GBP' })
  }
  const inBasket = [200, 201].map(place => ({ ...itemAt(place), quantity: 1, price: 20 }))
  add(now - minute / 2, 'view_cart', { items: inBasket, currency: 'GBP' })
  return foldEvents(emptyProfile(), events)
}
