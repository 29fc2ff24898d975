import type { Item, Model, Profile, ShopEvent, StrategyName } from '@shopside/engine'
import { emptyProfile, foldEvents, recommend, rowOf } from '@shopside/engine'
import type { PastLine, PastOrder } from './history.ts'
import type { Ranker } from './protocols.ts'

/** The profile that a device would hold after these orders, and nothing else: the same fold that runs in the browser. */
export function profileOf(orders: readonly PastOrder[]): Profile {
  return foldEvents(emptyProfile(), [...orders].sort((a, b) => a.at - b.at).map((order, counter) => toPurchase(order, counter)))
}

/** The event that a device would have of an order. @param currency ISO 4217 of its prices */
export function toPurchase({ orderId, at, items }: PastOrder, counter: number, currency?: string): ShopEvent {
  return {
    id: `${at}-evaluate-${counter}-0`, at, name: 'purchase',
    params: { transaction_id: orderId, items: items.map(toItem), ...(currency !== undefined && { currency }) },
  }
}

function toItem({ itemId, quantity, price, listPrice }: PastLine): Item {
  return {
    item_id: itemId, quantity: Math.max(1, Math.round(quantity)), ...(price !== undefined && { price }),
    ...(price !== undefined && listPrice !== undefined && { discount: Math.max(0, listPrice - price) }),
  }
}

/**
 * `recommend()` as a ranker over the items a shopper has: one item is the page's, several are the basket. Colour twins are one
 * product there, so a list of items has fewer chances than one that shows every colour.
 */
export function engineRanker(model: Model, strategy: StrategyName): Ranker {
  return (items, count, at) => {
    const page = items.length === 1 ? { item: { item_id: items[0]! } } : {}
    const lines = items.map(itemId => ({ item_id: itemId, quantity: 1, addedAt: at }))
    const cart = items.length === 1 ? {} : { cart: { lines, changedAt: at, source: 'snapshot' as const } }
    return recommend({ now: at, model, page, ...cart }, { strategy, limit: count }).map(card => card.item.itemId)
  }
}

/** `recommend()` for a shopper whose orders are known, and no page. */
export function engineForShopper(model: Model, strategy: StrategyName, before: readonly PastOrder[], at: number): string[] {
  return recommend({ now: at, model, profile: profileOf(before), page: {} }, { strategy, limit: 10 })
    .map(card => card.item.itemId)
}

/**
 * The model's own basket relations without the ranker: the sum of the rows of all items, as the file has them, the newest lines
 * loudest; items, not products.
 */
export function rowRanker(model: Model): Ranker {
  return (items, count) => {
    const scores = new Map<number, number>()
    const own = new Set(items.map(itemId => model.indexOf(itemId)))
    items.forEach((itemId, place) => {
      const index = model.indexOf(itemId)
      if (index < 0) return
      const voice = (items.length - place) ** -model.params.basketDecay
      for (const { index: other, weight } of rowOf(model.boughtWith, index)) {
        if (!own.has(other)) scores.set(other, (scores.get(other) ?? 0) + voice * weight)
      }
    })
    return [...scores].sort((a, b) => b[1] - a[1] || model.popularRank(a[0]) - model.popularRank(b[0])).slice(0, count)
      .map(([index]) => model.itemId(index))
  }
}
