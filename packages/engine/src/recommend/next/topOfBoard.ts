import type { Model } from '../../model/model.ts'
import type { ScoreBoard } from '../scoreBoard.ts'
import { strongestFirst } from '../strongestFirst.ts'

/**
 * The best indices of a board, in the order of `strongestFirst`; popularity fills what is missing.
 *
 * @param isOut indices not wanted. @default none
 */
export function topOfBoard(
  board: ScoreBoard, model: Model, count: number, isOut: (index: number) => boolean = () => false,
): number[] {
  const best: number[] = []
  const next = strongestFirst(board, model)
  for (let index = next(); index >= 0 && best.length < count; index = next()) if (!isOut(index)) best.push(index)
  for (let rank = 0; best.length < count && rank < model.popular.length; rank++) {
    const index = model.popular[rank]!
    if (board.scores[index] === 0 && !isOut(index)) best.push(index)
  }
  return best
}
