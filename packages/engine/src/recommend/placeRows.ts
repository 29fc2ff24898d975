import type { Relation } from '../model/model.ts'
import { placeRelated } from './placeRelated.ts'
import type { RankContext } from './rankContext.ts'
import type { Reason, StrategyName } from './recommendation.ts'
import { link } from './seed.ts'
import type { Shelf } from './shelf.ts'

/** Why one item of a row is there: `index` speaks for `neighbour`. */
export type RowReason = (index: number, neighbour: number) => Reason

/**
 * Fills a shelf with the sum of some items' rows of one relation, strongest first.
 * @param voiceOf how loud an item speaks, by its place among so many, which stand oldest first; above 0. @default all alike
 */
export function placeRows(
  context: RankContext, shelf: Shelf, strategy: StrategyName, relation: Relation, indices: readonly number[], reasonOf: RowReason,
  voiceOf: (place: number, count: number) => number = () => 1,
): void {
  const count = indices.length
  placeRelated(context, shelf, indices.map((index, place) => ({
    index, weight: voiceOf(place, count), links: [link(relation, index, 1)], reason: neighbour => reasonOf(index, neighbour),
    lift: gone => (indices.indexOf(gone.index) > place ? voiceOf(place, count - 1) / voiceOf(place, count) : 1),
  })), strategy)
}

/** A reason that names the item which speaks, and nothing else. */
export function naming({ model }: RankContext, kind: 'in-cart' | 'also-viewed' | 'bought-after-view'): RowReason {
  return index => {
    const { itemId, title } = model.product(index)
    return { kind, itemId, title }
  }
}
