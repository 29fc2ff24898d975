import type { Model, StrategyName } from '@shopside/engine'
import { openBoard, recommend, scoreVisit, topOfBoard, toVisit } from '@shopside/engine'
import { moreStrategies } from '@shopside/engine/strategies'
import type { ModelFolder } from './evaluate/readFolder.ts'
import { profileOf } from './evaluate/replay.ts'

/** What is known of a shopper: item ids of a running visit, oldest first; of a basket; or of orders, oldest first. */
export type RankInput = { visit: readonly string[] } | { basket: readonly string[] } | { orders: readonly (readonly string[])[] }

/** How to rank. */
export interface RankOptions {
  /** Items at most. */
  limit: number
  /**
   * For a visit; `next` lists what was seen where the model's reminders put it. A basket takes `bought-together`, orders
   * `for-you`.
   */
  strategy: StrategyName
}

const dayMs = 864e5

/**
 * Item ids, best first, for one shopper, by the engine that runs in the browser. Where the model has shards: over those of the
 * last ten items, as a browser does.
 */
export function rank(folder: ModelFolder, input: RankInput, { limit, strategy }: RankOptions): string[] {
  const own = 'visit' in input ? input.visit : 'basket' in input ? input.basket : input.orders.flat()
  const model = folder.modelAround(own)
  if ('visit' in input && strategy === 'next') return nextItems(model, input.visit, limit)
  const now = folder.head.asOf + dayMs
  const name = 'visit' in input ? strategy : 'basket' in input ? 'bought-together' : 'for-you'
  const lines = own.map(itemId => ({ item_id: itemId, quantity: 1, addedAt: now }))
  const page = 'visit' in input && own.length > 0 ? { item: { item_id: own.at(-1)! } } : {}
  const profile = 'orders' in input
    ? profileOf(input.orders.map((items, place) => ({
      orderId: String(place), customerId: '', at: now - (input.orders.length - place) * dayMs,
      items: items.map(itemId => ({ itemId, quantity: 1 })),
    })))
    : undefined
  return recommend({
    now, model, page, ...(profile && { profile }),
    ...('basket' in input && { cart: { lines, changedAt: now, source: 'snapshot' as const } }),
  }, { strategy: name, limit }, moreStrategies).map(({ item }) => item.itemId)
}

function nextItems(model: Model, visit: readonly string[], limit: number): string[] {
  const board = openBoard(model)
  scoreVisit(board, model.viewed, toVisit(visit.map(itemId => board.indexOf(itemId))), model.params.next)
  return topOfBoard(board, model, limit).map(index => model.itemId(index))
}
