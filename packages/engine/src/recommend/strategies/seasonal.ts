import { mostPassed, placeInOrder } from '../placeInOrder.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { addScore, touchedOf } from '../scoreBoard.ts'
import { createShelf } from '../shelf.ts'
import { strongestFirst } from '../strongestFirst.ts'

/** Selling half as well again as the shop does is a season; less may be chance. The model's next smaller step is 1: none. */
const leastLift = 1.5
/** The model's highest step. */
const mostLift = 8
/** Items between two looks whether the rest can be left out. */
const lookEvery = 256

/**
 * In season: what sells better in this month (UTC) than in others, times how popular it is. Popularity falls about with the cube root of
 * the rank (distinct customers of Online Retail: 882 of the first item, 481 of the 20th, 245 of the 200th). A season is told by lifts,
 * which have a floor of their own: at its beginning nobody has bought of late what it is about. Needs a model with orders.
 */
export function seasonal(context: RankContext): Recommendation[] {
  const { model, board, input, limit } = context
  const shelf = createShelf(context)
  const month = new Date(input.now).getUTCMonth()
  /** Whether the row is full of items that none after them can overtake, whatever their season. */
  const isSettled = (bound: number): boolean =>
    new Set(touchedOf(board).filter(index => board.scores[index]! > bound && shelf.isOpen(index)).map(model.group)).size >= limit
  for (let rank = 0, end = Math.min(model.popular.length, mostPassed); rank < end; rank++) {
    const fame = 1 / Math.cbrt(rank + 1)
    if (rank % lookEvery === 0 && isSettled(mostLift * fame)) break
    const index = model.popular[rank]!
    const lift = model.seasonLift(index, month)
    if (lift >= leastLift) addScore(board, index, lift * fame)
  }
  placeInOrder(shelf, inTurn(strongestFirst(board, model)), 'seasonal', index =>
    ({ kind: 'in-season', month, lift: model.seasonLift(index, month) }))
  return shelf.cards
}

/** What `next` gives until it gives -1. */
function* inTurn(next: () => number): Iterable<number> {
  for (let index = next(); index >= 0; index = next()) yield index
}
