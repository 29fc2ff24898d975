import type { EpochMs } from '../event.ts'
import type { StoreNorms } from '../norms/storeNorms.ts'
import { zoneClock } from '../segments/zoneClock.ts'
import { decay } from './decay.ts'
import type { Predictions } from './predictions.ts'

const hourMs = 3_600_000
/** A habit of last quarter counts half. */
const halfLifeDays = 90
/** Fewer visits are chance. */
const fewestVisits = 8
/** The store's histogram weighs as much as twenty visits (a Dirichlet prior). */
const storeWeight = 20

/**
 * When this shopper visits: shares by hour and by weekday, from the starts of visits, shrunk towards the store's shoppers.
 *
 * @param timeZone of the device; a shopper lives by their own clock
 * @returns undefined under eight visits
 */
export function habitsOf(
  visitStarts: readonly EpochMs[] | undefined,
  { hours, weekdays }: Pick<StoreNorms, 'hours' | 'weekdays'>,
  timeZone: string | undefined,
  now: EpochMs,
): Predictions['habits'] {
  if (!visitStarts || visitStarts.length < fewestVisits) return undefined
  const { offset } = zoneClock(timeZone)
  const hourOf = (at: EpochMs): number => Math.floor((at + offset(at)) / hourMs)
  const shares = (size: number, prior: readonly number[] | undefined, of: (hour: number) => number): number[] => {
    const counts = Array.from({ length: size }, (_, n) => storeWeight * (prior?.[n] ?? 1 / size))
    for (const at of visitStarts) counts[of(hourOf(at))]! += decay(now - at, halfLifeDays)
    const sum = counts.reduce((all, count) => all + count, 0)
    return counts.map(count => count / sum)
  }
  // 1 January 1970 was a Thursday.
  return { hours: shares(24, hours, hour => hour % 24), weekdays: shares(7, weekdays, hour => (4 + Math.floor(hour / 24)) % 7) }
}
