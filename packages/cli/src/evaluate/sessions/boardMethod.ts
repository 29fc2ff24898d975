import type { NextMethod } from './measureNext.ts'
import type { SessionRanker } from './sessionData.ts'
import { createCandidates } from './sessionData.ts'

/** A baseline as a method: its scores on a board, ties by popularity. @param looks by item, in training */
export function boardMethod(name: string, rank: SessionRanker, looks: Float64Array): NextMethod {
  const board = createCandidates(looks.length)
  return {
    name,
    score(prefix) {
      board.clear()
      rank(prefix, board)
    },
    top(count, isOut = () => false) {
      const { scores, touched } = board
      const best: number[] = []
      const isBefore = (a: number, b: number): boolean => scores[a]! > scores[b]! || (scores[a] === scores[b] && looks[a]! > looks[b]!)
      for (const item of touched) {
        if (isOut(item) || (best.length === count && !isBefore(item, best[count - 1]!))) continue
        let place = Math.min(best.length, count - 1)
        for (; place > 0 && isBefore(item, best[place - 1]!); place--) best[place] = best[place - 1]!
        best[place] = item
      }
      return best
    },
  }
}
