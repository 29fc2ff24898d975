import type { PurchaseStats } from '@shopside/engine'

/**
 * A customer's purchase days: whole days since 1970 by the store's calendar, rising, and what each was worth where that is
 * known; NaN for a day that was paid in another currency. A mean over such a day is not known either.
 */
export interface CustomerDays {
  days: readonly number[]
  values?: readonly number[]
}

/** A customer as the models see one at the end of a day; undefined when the first purchase is later. */
export function statsAt({ days, values }: CustomerDays, untilDay: number): PurchaseStats | undefined {
  const count = countUntil(days, untilDay)
  if (count === 0) return undefined
  const repeats = count - 1
  const spend = values?.slice(1, count).reduce((sum, value) => sum + value, 0) ?? 0
  return {
    repeats, lastWeeks: (days[count - 1]! - days[0]!) / 7, ageWeeks: (untilDay - days[0]!) / 7,
    ...(repeats > 0 && spend > 0 && { meanSpend: spend / repeats }),
  }
}

/** Purchase days after one day and until the end of another. */
export function purchasesBetween({ days }: CustomerDays, afterDay: number, untilDay: number): number {
  return countUntil(days, untilDay) - countUntil(days, afterDay)
}

/** The last day of the first two thirds of the time from the first purchase of all until the end of `untilDay`. */
export function splitDayOf(customers: readonly CustomerDays[], untilDay: number): number {
  const firstDay = customers.reduce((least, { days }) => Math.min(least, days[0]!), untilDay)
  return untilDay - Math.floor((untilDay - firstDay) / 3)
}

/** Days at or before `untilDay`. */
function countUntil(days: readonly number[], untilDay: number): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]! <= untilDay) low = middle + 1
    else high = middle
  }
  return low
}
