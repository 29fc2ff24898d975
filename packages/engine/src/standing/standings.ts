import type { EpochMs } from '../event.ts'
import type { PurchaseMark, Purchases } from '../profile/profile.ts'
import { zoneClock } from '../segments/zoneClock.ts'

/**
 * Where a shopper stands after one of their orders, until the next. Days are store-local, counted from 1970; money is major
 * units.
 */
export interface Standing {
  /** Time of the order. */
  at: EpochMs
  /** How many of the shopper's marks are in it: `marks.slice(0, orders)`, worthless orders left out. */
  orders: number
  /** Purchase days: orders of one day are one purchase. */
  days: number
  firstDay: number
  lastDay: number
  /** All spend, and that of the first purchase day; NaN when an order's value is not known or is in another currency. */
  spend: number
  firstSpend: number
}

/** The orders of a shopper, standing by standing. */
export interface Standings {
  list: Standing[]
  /** Marks that count as purchases: all but those worth nothing. */
  marks: PurchaseMark[]
}

/**
 * Where a shopper stood after each of their orders up to `now`, oldest first. Of more than 400 orders the first standing is the
 * sum of the oldest.
 *
 * @param currency of the store: what was paid in another is not known. Absent: currencies are not looked at
 */
export function standingsOf(purchases: Purchases | undefined, now: EpochMs, timeZone?: string, currency?: string): Standings {
  const { day: dayOf } = zoneClock(timeZone)
  const marks = (purchases?.marks ?? []).filter(mark => mark.at <= now && !((mark.value ?? 1) <= 0))
  const list: Standing[] = []
  const older = purchases?.older
  if (older) {
    const { firstAt, lastAt: at, days, value: spend, firstValue: firstSpend } = older
    // The day of the last of them is counted with the marks where they share it.
    const isShared = utcDay(purchases.marks[0]?.at ?? Infinity) === utcDay(at)
    list.push({ at, orders: 0, days: days + Number(isShared), firstDay: dayOf(firstAt), lastDay: dayOf(at), spend, firstSpend })
  }
  for (const [place, { at, value, currency: own }] of marks.entries()) {
    const before = list.at(-1)
    const day = dayOf(at)
    const worth = own === undefined || currency === undefined || own === currency ? (value ?? NaN) : NaN
    const isFirstDay = before === undefined || (day === before.firstDay && !older?.days)
    list.push({
      at,
      orders: place + 1,
      days: before ? before.days + Number(day !== before.lastDay) : 1,
      firstDay: before?.firstDay ?? day,
      lastDay: day,
      spend: (before?.spend ?? 0) + worth,
      firstSpend: (before?.firstSpend ?? 0) + (isFirstDay ? worth : 0),
    })
  }
  return { list, marks }
}

function utcDay(at: EpochMs): number {
  return Math.floor(at / 86_400_000)
}
