import type { Model } from '../../model/model.ts'
import type { ScoreBoard } from '../scoreBoard.ts'

/**
 * The best indices of a board, strongest first; popularity fills what is missing. Scores are compared as 32-bit floats, so that the
 * last bit of a device's `exp` decides nothing; equal ones go by popularity.
 *
 * @param isOut indices not wanted. @default none
 */
export function topOfBoard(
  { scores, touched }: ScoreBoard, { popular, popularRank }: Model, count: number, isOut: (index: number) => boolean = () => false,
): number[] {
  const best: number[] = []
  const worth: number[] = []
  for (const index of touched) {
    const score = Math.fround(scores[index]!)
    const last = worth[count - 1]
    if (last !== undefined && score < last || isOut(index)) continue
    let place = Math.min(best.length, count - 1)
    if (last === score && popularRank(best[place]!) < popularRank(index)) continue
    for (; place > 0; place--) {
      const above = worth[place - 1]!
      if (above > score || above === score && popularRank(best[place - 1]!) < popularRank(index)) break
      best[place] = best[place - 1]!
      worth[place] = above
    }
    best[place] = index
    worth[place] = score
  }
  for (let rank = 0; best.length < count && rank < popular.length; rank++) {
    const index = popular[rank]!
    if (scores[index] === 0 && !isOut(index)) best.push(index)
  }
  return best
}
