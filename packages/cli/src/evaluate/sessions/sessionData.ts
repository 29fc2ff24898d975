/** One visit: item numbers of the looks, oldest first; `at` is the time of its newest row, epoch ms. */
export interface Session {
  at: number
  items: readonly number[]
}

/** Visits before and after the split. Items are numbered 0..`size` - 1, those that training never saw last. */
export interface SessionData {
  size: number
  /** Oldest first. */
  train: readonly Session[]
  test: readonly Session[]
}

/** What a method may look at when it answers: the visit so far, oldest first, at least one look. */
export type SessionRanker = (prefix: readonly number[], board: Candidates) => void

/** Scores of one answer by item; what is not touched has 0. */
export interface Candidates {
  readonly scores: Float64Array
  readonly touched: number[]
  add(item: number, score: number): void
}

/** An empty board over `size` items; `clear` makes it empty again. */
export function createCandidates(size: number): Candidates & { clear(): void } {
  const scores = new Float64Array(size)
  const touched: number[] = []
  return {
    scores, touched,
    add(item, score) {
      if (scores[item] === 0) touched.push(item)
      scores[item]! += score
    },
    clear() {
      for (const item of touched) scores[item] = 0
      touched.length = 0
    },
  }
}
