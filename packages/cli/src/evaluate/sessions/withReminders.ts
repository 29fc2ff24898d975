import type { SessionRanker } from './sessionData.ts'

/** How a neighbour method is made to remember what was seen. */
export interface Reminders {
  /** What the latest item gets, as a share of the strongest score. */
  weight: number
  /** Share of it for the item looked at now. */
  current: number
}

const decay = 1.5

/**
 * Any method with reminders of the running session: items seen get `weight × exp(-places back / 1.5)` of the strongest score on
 * top, the item looked at now its share of that. The strongest anchor that we know for sessions with many repeats.
 */
export function withReminders(rank: SessionRanker, { weight, current }: Reminders): SessionRanker {
  return (prefix, board) => {
    rank(prefix, board)
    let strongest = 0
    for (const item of board.touched) strongest = Math.max(strongest, board.scores[item]!)
    const distinct = [...new Set([...prefix].reverse())].slice(0, 10)
    distinct.forEach((item, back) => board.add(item, (strongest || 1) * weight * Math.exp(-back / decay) * (back ? 1 : current)))
  }
}
