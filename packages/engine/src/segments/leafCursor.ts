import type { EpochMs } from '../event.ts'
import { compare } from './compare.ts'
import type { Plain } from './rule.ts'
import type { Keep, LeafSpec, LeafState, LeafTest } from './watched.ts'
import type { ZoneClock } from './zoneClock.ts'

/** Whether a test holds at a time, since when it has been so, and when that ends if nothing else happens. */
export interface Holding {
  holds: boolean
  since: EpochMs
  /** Infinity: never by time alone. */
  flipsAt: EpochMs
  value: Plain | undefined
}

/** What a window holds: entries from `low` up to before `high`, their number, their sum, and how often each value is among them. */
interface Window {
  low: number
  high: number
  count: number
  sum: number
  times?: Map<Plain, number>
}

/** Sums are kept in millionths. */
export const sumScale = 1e6

/**
 * Follows one test of a leaf from the state's own time to `now`, through every moment at which an entry comes into its window or leaves
 * it, and on to the next one at which the answer changes.
 *
 * @param looksAhead false: nobody asks for the value, or when it ends
 */
export function followTest(
  spec: LeafSpec, state: LeafState, index: number, now: EpochMs, clock: ZoneClock, looksAhead = true,
): Holding {
  const test = spec.tests[index]!
  const { t, v, n } = state
  const far = test.far ?? Infinity
  const near = test.near ?? 0
  const toUnit = (at: EpochMs): number => (spec.days ? clock.day(at) : at)
  const toMs = (unit: number): EpochMs => (spec.days ? clock.startOf(unit) : unit)
  const seen: Window = { low: 0, high: 0, count: 0, sum: 0 }
  if (spec.keep === 'values' && (test.agg === 'top' || test.agg === 'distinct')) seen.times = new Map()
  const adds = test.agg === 'sum' || test.agg === 'avg'
  const weigh = (place: number, sign: 1 | -1): void => {
    const value = v?.[place]
    // Kept one by one for a window that ended in the past; else summed when they came.
    if (adds && spec.keep !== 'sum') {
      if (typeof value !== 'number') return
      seen.sum += sign * Math.round(value * sumScale)
    } else if (adds) seen.sum += sign * (value as number)
    seen.count += sign * (n?.[place] ?? 1)
    if (!seen.times) return
    const left = (seen.times.get(value!) ?? 0) + sign
    if (left > 0) seen.times.set(value!, left)
    else seen.times.delete(value!)
  }
  const moveTo = (unit: number): void => {
    for (; seen.high < t.length && t[seen.high]! + near <= unit; seen.high++) weigh(seen.high, 1)
    for (; seen.low < seen.high && t[seen.low]! + far <= unit; seen.low++) weigh(seen.low, -1)
  }
  const nextChange = (): number =>
    Math.min(seen.low < seen.high ? t[seen.low]! + far : Infinity, seen.high < t.length ? t[seen.high]! + near : Infinity)
  const valueNow = (): Plain | undefined => valueOf(test, spec.keep, v, seen)
  const isTrue = (): boolean => compare(valueNow(), test.op, test.value)

  const began = state.at ?? state.from
  moveTo(toUnit(began))
  const held = state.held?.[index]
  let holds = held === undefined ? isTrue() : held > 0
  let since = held === undefined ? began : Math.abs(held)
  const end = toUnit(now)
  let change = nextChange()
  for (; change <= end; change = nextChange()) {
    moveTo(change)
    if (isTrue() === holds) continue
    holds = !holds
    since = toMs(change)
  }
  if (!looksAhead) return { holds, since, flipsAt: NaN, value: undefined }
  const value = valueNow()
  for (; change < Infinity; change = nextChange()) {
    moveTo(change)
    if (isTrue() !== holds) break
  }
  return { holds, since, flipsAt: change === Infinity ? Infinity : toMs(change), value }
}

function valueOf({ agg }: LeafTest, keep: Keep, v: Plain[] | undefined, seen: Window): Plain | undefined {
  const { low, high, count, sum, times } = seen
  switch (agg) {
    case 'count': return count
    case 'sum': return sum / sumScale
    case 'avg': return count === 0 ? undefined : Math.round(sum / count) / sumScale
    case 'distinct': return times ? times.size : high - low
  }
  if (low >= high) return undefined
  switch (agg) {
    case 'first': return v![low]
    case 'last': return v![high - 1]
    case 'top': return topOf(times!)
  }
  // What is kept as low, or high, rises, or falls, from the oldest on.
  if (keep !== 'values') return v![low]
  const numbers = v!.slice(low, high).filter(value => typeof value === 'number')
  if (numbers.length === 0) return undefined
  return agg === 'min' ? Math.min(...numbers) : Math.max(...numbers)
}

/** The most frequent value; of equals the first by the alphabet. */
function topOf(times: ReadonlyMap<Plain, number>): Plain {
  return [...times].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && String(b[0]) < String(a[0])) ? b : a))[0]
}
