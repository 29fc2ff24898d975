import type { Model } from '../model/model.ts'

/**
 * Scores of one ranking by item index, over one typed array per model: a ranking touches a few hundred of 100,000 items, and
 * only those are looked at and wiped. Invisible from outside: `openBoard` always hands over an empty one.
 */
export interface ScoreBoard {
  /** By item index; 0 means untouched. */
  readonly scores: Float64Array
  /** Indices with a score, in order of first touch. */
  readonly touched: number[]
  /** `model.indexOf`, remembered: the same few own items are asked for in every ranking. */
  indexOf(itemId: string): number
}

const boards = new WeakMap<Model, ScoreBoard>()
const maxKnownIds = 4000

/** The model's board, emptied. One ranking at a time: the next call takes it over. */
export function openBoard(model: Model): ScoreBoard {
  let board = boards.get(model)
  if (!board) boards.set(model, board = createBoard(model))
  for (const index of board.touched) board.scores[index] = 0
  board.touched.length = 0
  return board
}

/** Adds to a score: the first time > 0, later also less, never down to 0. */
export function addScore({ scores, touched }: ScoreBoard, index: number, value: number): void {
  if (scores[index] === 0) touched.push(index)
  scores[index]! += value
}

function createBoard(model: Model): ScoreBoard {
  const known = new Map<string, number>()
  return {
    scores: new Float64Array(model.size),
    touched: [],
    indexOf(itemId) {
      let index = known.get(itemId)
      if (index === undefined) {
        if (known.size >= maxKnownIds) known.clear()
        known.set(itemId, index = model.indexOf(itemId))
      }
      return index
    },
  }
}
