import type { Model } from '../model/model.ts'

/**
 * Scores of one ranking by item index, over typed arrays per model: a ranking touches a few hundred of 100,000 items, and
 * only those are looked at and wiped. Invisible from outside: `openBoard` always hands over an empty one.
 */
export interface ScoreBoard {
  /**
   * The model, which remembers products that it has read: a row asks for the same few several times, and so does the next row.
   * They are shared: who corrects one takes a copy.
   */
  readonly model: Model
  /** By item index; 0 means untouched. */
  readonly scores: Float64Array
  /** Indices with a score, in order of first touch; what stands behind the first `count` is old. */
  readonly touched: Uint32Array
  count: number
  /** A byte by item index for whoever needs to find a few items fast: all 0, and left so. */
  readonly slots: Uint8Array
  /** Room for who says how much of a few items: kept, since making it anew for each list keeps the memory's housekeeping busy. */
  parts: Float64Array
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
  const { scores, touched, count } = board
  for (let place = 0; place < count; place++) scores[touched[place]!] = 0
  board.count = 0
  return board
}

/** Adds to a score: the first time > 0 (0 says nothing), later also less, never down to 0. */
export function addScore(board: ScoreBoard, index: number, value: number): void {
  if (board.scores[index] === 0 && value > 0) board.touched[board.count++] = index
  board.scores[index]! += value
}

/** Indices with a score, in order of first touch: a view. */
export function touchedOf({ touched, count }: ScoreBoard): Uint32Array {
  return touched.subarray(0, count)
}

function createBoard(model: Model): ScoreBoard {
  const { size } = model
  return {
    model: { ...model, product: remembered((index: number) => ({ ...model.product(index) })) },
    scores: new Float64Array(size),
    touched: new Uint32Array(size),
    count: 0,
    slots: new Uint8Array(size),
    parts: new Float64Array(),
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
