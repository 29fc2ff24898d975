import type { Place } from '../inputError.ts'
import { formatPlace, quoteValue } from '../inputError.ts'

/** Rows left out for one reason. `example` names the first: `orders.csv:12:7: "soon"`. */
export interface Refusal {
  reason: string
  remedy: string
  rows: number
  example: string
}

/** Counts rows by the reason for which they were refused, and keeps the place of the first of each. */
export interface Refusals {
  add(reason: string, remedy: string, place: Place, value: string): void
  readonly total: number
  list(): Refusal[]
}

/** An empty count. `onAdd` may throw: that is what `--strict` does. */
export function createRefusals(onAdd?: (reason: string, remedy: string, place: Place, value: string) => void): Refusals {
  const byReason = new Map<string, Refusal>()
  let total = 0
  return {
    add(reason, remedy, place, value) {
      onAdd?.(reason, remedy, place, value)
      total++
      const known = byReason.get(reason)
      if (known) known.rows++
      else byReason.set(reason, { reason, remedy, rows: 1, example: `${formatPlace(place)}: ${quoteValue(value)}` })
    },
    get total() {
      return total
    },
    list: () => [...byReason.values()].sort((a, b) => b.rows - a.rows),
  }
}
