/** Rows that are no mistake and yet count for nothing: a draft, a return, a scroll. */
export interface LeftOut {
  reason: string
  rows: number
}

/** Counts rows by the reason for which they were left out. */
export interface LeftOutCount {
  add(reason: string): void
  readonly total: number
  /** Most rows first. */
  list(): LeftOut[]
}

/** Reasons that are listed by name; a file may hold thousands of event names, and the rest is counted as one. */
const longestList = 30

/** An empty count. */
export function countLeftOut(): LeftOutCount {
  const counts = new Map<string, number>()
  let total = 0
  return {
    add(reason) {
      total++
      const known = counts.has(reason) || counts.size < longestList ? reason : 'other reasons'
      counts.set(known, (counts.get(known) ?? 0) + 1)
    },
    get total() {
      return total
    },
    list: () => [...counts].map(([reason, rows]) => ({ reason, rows })).sort((a, b) => b.rows - a.rows),
  }
}
