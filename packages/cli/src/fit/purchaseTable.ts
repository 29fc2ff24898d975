import type { PurchaseStats } from '@shopside/engine'

/**
 * Customers as the purchase models see them, equal ones counted once: most customers of a shop are one of few. Rows are sorted,
 * so that a sum over them is the same whatever order the customers came in.
 */
export interface PurchaseTable {
  /** Distinct weeks of `last` and `age`, rising: their logarithms are taken once for each set of parameters. */
  weeks: readonly number[]
  /** Per row: purchases after the first, the last purchase and the age as places in `weeks`, customers that are so. */
  repeats: readonly number[]
  last: readonly number[]
  age: readonly number[]
  customers: readonly number[]
  /** Largest of `repeats`. */
  mostRepeats: number
}

/** Groups customers. */
export function toPurchaseTable(all: readonly PurchaseStats[]): PurchaseTable {
  const sorted = [...all].sort((a, b) => a.repeats - b.repeats || a.lastWeeks - b.lastWeeks || a.ageWeeks - b.ageWeeks)
  const weeks = [...new Set(all.flatMap(({ lastWeeks, ageWeeks }) => [lastWeeks, ageWeeks]))].sort((a, b) => a - b)
  const placeOf = new Map(weeks.map((week, at) => [week, at]))
  const [repeats, last, age, customers]: [number[], number[], number[], number[]] = [[], [], [], []]
  let before: PurchaseStats | undefined
  for (const one of sorted) {
    if (before && before.repeats === one.repeats && before.lastWeeks === one.lastWeeks && before.ageWeeks === one.ageWeeks) {
      customers[customers.length - 1]!++
      continue
    }
    before = one
    repeats.push(one.repeats)
    last.push(placeOf.get(one.lastWeeks)!)
    age.push(placeOf.get(one.ageWeeks)!)
    customers.push(1)
  }
  return { weeks, repeats, last, age, customers, mostRepeats: sorted.at(-1)?.repeats ?? 0 }
}
