// A small shop, and a shopper with a past in it, about whom every strategy has something to say: three cards at least.
import type { Model } from '../../model/model.ts'
import { emptyProfile } from '../../profile/emptyProfile.ts'
import { foldEvents } from '../../profile/foldEvents.ts'
import type { Profile } from '../../profile/profile.ts'
import { day, happening, hour, minute, morning } from '../../profile/testing/happening.ts'
import type { RecommendInput } from '../recommendInput.ts'
import type { RecommendRequest, StrategyName } from '../recommendation.ts'
import { tinyModel, type TinyItem } from './tinyModel.ts'

const named = (letter: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${letter}${i}`)
const row = (ids: string[]): [string, number][] => ids.map((id, i): [string, number] => [id, 0.9 - i / 10])

/** Companions of one kind each, `q0` the closest. */
const companions = named('q', 5)
/** Looked at long ago: `v0` to `v2` are cheaper now, `s0` to `s2` were sold out. */
const seen = named('v', 4)
const soldOut = named('s', 3)
const bought = named('o', 4)

const items: TinyItem[] = [
  {
    id: 'mug', kind: 'mug', price: 10, bought: row(companions), similar: row(companions), viewed: row(companions),
    boughtAfterView: row(companions),
  },
  // As near to a mug as can be: what is about the page's item alone must not be about the basket.
  {
    id: 'jar', kind: 'mug', price: 10, bought: row(companions), similar: row(companions), viewed: row(companions),
    boughtAfterView: row(companions),
  },
  ...companions.map((id, i): TinyItem => ({
    id, kind: `kind ${i}`, price: 11 + i, season: Array.from({ length: 12 }, (_, month) => (month === 11 ? 3 : 1)),
  })),
  ...bought.map((id): TinyItem => ({ id, reorder: { gapDays: 30, againShare: 0.5 }, after: row(companions), afterDays: 35 })),
  ...seen.map((id): TinyItem => ({ id, price: 8 })), ...soldOut.map((id): TinyItem => ({ id })),
  ...named('u', 4).map((id, i): TinyItem => ({ id, kind: 'mug', price: 10.5 + i * 1.5 })),
  // Of the same kind, and another purse.
  { id: 'dear', kind: 'mug', price: 20 }, { id: 'cheap', kind: 'mug', price: 10.2 },
  ...named('n', 3).map((id): TinyItem => ({ id, isNew: true })),
]

/** The shop's model. Its prices are of the evening before. */
export function wholeShopModel(): Model {
  const model = tinyModel(
    items, { currency: 'GBP', popular: [...companions, ...named('u', 4)], trending: ['u0', 'q1', 'q3', 'n0'] },
  )
  return {
    ...model, asOf: morning - 12 * hour,
    product: index => {
      const product = model.product(index)
      return product.price === undefined ? product : { ...product, priceAt: morning - 12 * hour }
    },
  }
}

/** Somebody who looked at many things a week ago, bought four twice, a month apart, and has just put a jar into the basket. */
export function wholeShopProfile(): Profile {
  const looks = (ids: string[], facts: { price?: number; in_stock?: false }): ReturnType<typeof happening>[] =>
    ids.map((item_id, i) => happening(morning - 7 * day + i, 'view_item', { items: [{ item_id, ...facts }], currency: 'GBP' }))
  return foldEvents(emptyProfile(), [
    ...[80, 40].map(days => happening(
      morning - days * day, 'purchase', { transaction_id: `${days}`, items: bought.map(item_id => ({ item_id })) },
    )),
    ...looks(seen, { price: 10 }), ...looks(soldOut, { in_stock: false }),
    happening(morning - 2 * minute, 'view_item', { items: [{ item_id: 'jar' }] }),
    happening(morning - minute, 'view_cart', { items: [{ item_id: 'jar', price: 15, quantity: 2 }], currency: 'GBP' }),
  ])
}

/** On the page of the mug, in December. */
export function wholeShopInput(): RecommendInput {
  return {
    now: morning, model: wholeShopModel(), profile: wholeShopProfile(), page: { item: { item_id: 'mug' } }, currency: 'GBP',
  }
}

/** A request that every strategy can answer: free delivery is 10 pounds away, and the shop has chosen four. */
export function wholeShopRequest(strategy: StrategyName): RecommendRequest {
  return { strategy, freeShippingFrom: 40, itemIds: ['u1', 'nobody', 'q2', 'n1', 'v0'] }
}
