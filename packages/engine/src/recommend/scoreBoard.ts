import type { Model } from '../model/model.ts'

/**
 * Scores of one ranking by item index, over typed arrays per model: a ranking touches a few hundred of 100,000 items, and
 * only those are looked at and wiped. Invisible from outside: `openBoard` always hands over an empty one.
 */
export interface ScoreBoard {
  /**
   * The model, which remembers products that it has read: a row asks for the same few several times, and so does the next row.
   */
  readonly model: Model
  /** By item index; 0 means untouched. */
  readonly scores: Float64Array
  /** Indices with a score, in order of first touch. */
  readonly touched: number[]
  /** A byte by item index for whoever needs to find a few items fast: all 0, and left so. */
  readonly slots: Uint8Array
  /** `model.indexOf`, remembered: the same few own items are asked for in every ranking. */
  indexOf(itemId: string): number
}

const boards = new WeakMap<Model, ScoreBoard>()
const mostKnown = 4000

/** The model's board, emptied. One ranking at a time: the next call takes it over. */
export function openBoard(model: Model): ScoreBoard {
  let board = boards.get(model)
  if (!board) {
    board = createBoard(model)
    boards.set(model, board).set(board.model, board)
  }
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
  const product = remembered((index: number) => ({ ...model.product(index) }))
  return {
    // A copy each time: whoever asks may correct its price.
    model: { ...model, product: index => ({ ...product(index) }) },
    scores: new Float64Array(model.size),
    touched: [],
    slots: new Uint8Array(model.size),
    indexOf: remembered(model.indexOf),
  }
}

/** A look-up that keeps its latest answers. */
function remembered<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return key => {
    let value = known.get(key)
    if (value === undefined) {
      if (known.size >= mostKnown) known.clear()
      known.set(key, value = read(key))
    }
    return value
  }
}
