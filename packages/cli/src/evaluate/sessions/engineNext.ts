import type { Model } from '@shopside/engine'
import { openBoard, scoreVisit, topOfBoard, toVisit } from '@shopside/engine'
import type { NextMethod } from './measureNext.ts'

/** Item ids by number, and back. */
export interface ItemNumbers {
  ids: readonly string[]
  numberOf: ReadonlyMap<string, number>
}

/** The engine's own next click, by the model as it was read back from its file. */
export function engineNext(name: string, model: Model, { ids, numberOf }: ItemNumbers): NextMethod {
  // Looked up once each: index + 2 by number, number + 2 by index.
  const indices = new Int32Array(ids.length)
  const numbers = new Int32Array(model.size)
  const toIndex = (number: number): number => (indices[number] ||= model.indexOf(ids[number]!) + 2) - 2
  const toNumber = (index: number): number => (numbers[index] ||= (numberOf.get(model.itemId(index)) ?? -1) + 2) - 2
  let board = openBoard(model)
  return {
    name,
    score(prefix) {
      board = openBoard(model)
      scoreVisit(board, model.viewed, toVisit(prefix.map(toIndex)), model.params.next)
    },
    top: (count, isOut) => topOfBoard(board, model, count, isOut && (index => isOut(toNumber(index)))).map(toNumber),
  }
}
