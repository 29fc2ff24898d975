import type { Preset } from '../preset.ts'
import { sayTrait } from '../trait.ts'
import { zoneClock } from '../zoneClock.ts'

const dayMs = 86_400_000
/** One season is three neighbouring months; four of five purchases in it, three at least, in two years: once is chance. */
const seasonMonths = 3
const leastShare = 0.8
const fewestDays = 3
const fewestYears = 2

/** Seasonal buyer: buys nearly only in one season, and has come back for it in another year. Months are store-local. */
export const seasonalBuyer: Preset = known => {
  const { day: dayOf } = zoneClock(known.norms.timeZone)
  // Dated once: every standing looks at those up to its own.
  const dated = known.marks.map(({ at }) => dayOf(at)).map((day, place, all) => {
    const date = new Date(day * dayMs)
    return { isFirst: day !== all[place - 1], month: date.getUTCMonth(), year: date.getUTCFullYear() }
  })
  const found = (orders: number): { months: number[]; days: number; of: number } | undefined => {
    const days = dated.slice(0, orders).filter(({ isFirst }) => isFirst)
    if (days.length < fewestDays) return undefined
    const atLeast = Math.max(fewestDays, leastShare * days.length)
    const byMonth = new Array<number>(12).fill(0)
    for (const { month } of days) byMonth[month]!++
    for (let first = 0; first < 12; first++) {
      let inside = 0
      for (let n = 0; n < seasonMonths; n++) inside += byMonth[(first + n) % 12]!
      if (inside < atLeast) continue
      const months = Array.from({ length: seasonMonths }, (_, n) => (first + n) % 12)
      // A season over New Year belongs to the year it began in.
      const years = new Set(days.filter(day => months.includes(day.month)).map(day => day.year - Number(day.month < first)))
      if (years.size >= fewestYears) return { months, days: inside, of: days.length }
    }
    return undefined
  }
  return sayTrait({
    id: 'seasonal-buyer',
    holds: ({ orders }) => found(orders) !== undefined,
    because: ({ orders }) => [{ kind: 'season', ...found(orders)! }],
  }, known)
}
