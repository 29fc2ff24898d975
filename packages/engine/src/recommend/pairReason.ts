import type { Model } from '../model/model.ts'
import { rowOf } from '../model/rowOf.ts'
import { defined } from './defined.ts'
import type { Reason } from './recommendation.ts'

/** That a product is bought with an item, by one in how many where the model knows it of this very variant. */
export function pairReason(model: Model, index: number, neighbour: number): Reason {
  const { itemId, title } = model.product(index)
  const oneIn = rowOf(model.boughtWith, index).find(near => near.index === neighbour)?.oneIn
  return defined<Reason>({ kind: 'bought-with', itemId, title, oneIn })
}
