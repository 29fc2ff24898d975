import type { EpochMs } from '../event.ts'
import { compare } from './compare.ts'
import type { Plain } from './rule.ts'
import type { LeafSpec, LeafState, LeafTest } from './watched.ts'
import type { ZoneClock } from './zoneClock.ts'

/** Whether a test holds at a time, since when it has been so, and when that ends if nothing else happens. */
export interface Holding {
  holds: boolean
  since: EpochMs
  /** Infinity: never by time alone. */
  flipsAt: EpochMs
  value: Plain | undefined
}

/** What a window holds: how many matches, their sum in millionths, and how often each value, where that is asked. */
export interface Content {
  count: number
  sum: number
  times?: Map<Plain, Times>
}

/** A test as time moves: its window holds the entries from `low` up to before `high`. */
export interface Cursor {
  spec: LeafSpec
  state: LeafState
  test: LeafTest
  low: number
  high: number
  holds: boolean
  since: EpochMs
  /** Absent until somebody asks for the value: mostly nothing has come in or gone. */
  content?: Content | undefined
}

/** How often a value is in a window; written in place, so that counting one more looks for it once. */
interface Times {
  count: number
}

/** Sums are kept in millionths. */
export const sumScale = 1e6

/**
 * Follows one test of a leaf from the state's own time to `now`, through every moment at which an entry comes into its window or leaves
 * it, and on to the next one at which the answer changes.
 */
export function followTest(spec: LeafSpec, state: LeafState, index: number, now: EpochMs, clock: ZoneClock): Holding {
  const cursor = cursorAt(spec, state, index, now, clock)
  const { holds, since } = cursor
  const value = valueOf(cursor)
  let change = nextChange(cursor)
  for (; change < Infinity; change = nextChange(cursor)) {
    moveTo(cursor, change)
    if (isTrue(cursor) !== holds) break
  }
  return { holds, since, flipsAt: change === Infinity || !spec.days ? change : clock.startOf(change), value }
}

/**
 * Follows a test to `now`.
 *
 * @param known what its window held at the state's own time, as far as anybody knows; written. Of another number of entries: counted anew
 */
export function cursorAt(
  spec: LeafSpec, state: LeafState, index: number, now: EpochMs, clock: ZoneClock, known?: Content,
): Cursor {
  const test = spec.tests[index]!
  const began = state.at ?? state.from
  const first = spec.days ? clock.day(began) : began
  const high = passed(state.t, test.near ?? 0, first)
  const low = Math.min(high, passed(state.t, test.far ?? Infinity, first))
  const content = known?.count === high - low ? known : undefined
  const cursor: Cursor = { spec, state, test, low, high, holds: false, since: began, content }
  const held = state.held?.[index]
  if (held === undefined) cursor.holds = isTrue(cursor)
  else {
    cursor.holds = held > 0
    cursor.since = Math.abs(held)
  }
  const end = spec.days ? clock.day(now) : now
  for (let change = nextChange(cursor); change <= end; change = nextChange(cursor)) {
    moveTo(cursor, change)
    if (isTrue(cursor) === cursor.holds) continue
    cursor.holds = !cursor.holds
    cursor.since = spec.days ? clock.startOf(change) : change
  }
  return cursor
}

/** How many entries, oldest first, are at least `reach` old. */
function passed(t: readonly number[], reach: number, unit: number): number {
  let [low, high] = [0, t.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (t[middle]! + reach <= unit) low = middle + 1
    else high = middle
  }
  return low
}

function nextChange({ test: { far = Infinity, near = 0 }, state: { t }, low, high }: Cursor): number {
  return Math.min(low < high ? t[low]! + far : Infinity, high < t.length ? t[high]! + near : Infinity)
}

function moveTo(cursor: Cursor, unit: number): void {
  const { test: { far = Infinity, near = 0 }, state: { t } } = cursor
  for (; cursor.high < t.length && t[cursor.high]! + near <= unit; cursor.high++) weigh(cursor, cursor.high, 1)
  for (; cursor.low < cursor.high && t[cursor.low]! + far <= unit; cursor.low++) weigh(cursor, cursor.low, -1)
}

function weigh({ content, spec, test: { agg }, state: { v, n } }: Cursor, place: number, sign: 1 | -1): void {
  if (!content) return
  const value = v?.[place]
  if (agg === 'sum' || agg === 'avg') {
    // Kept one by one for a window that ended in the past; else summed when they came.
    if (typeof value !== 'number') return
    content.sum += sign * (spec.keep === 'sum' ? value : Math.round(value * sumScale))
  }
  content.count += sign * (n?.[place] ?? 1)
  if (content.times) weighValue(content.times, value!, sign)
}

function weighValue(all: Map<Plain, Times>, value: Plain, sign: 1 | -1): void {
  const times = all.get(value)
  if (!times) all.set(value, { count: 1 })
  else if ((times.count += sign) === 0) all.delete(value)
}

/** What a window that counts values holds, once they have come in as well. */
export function withValues({ content }: Cursor, values: readonly Plain[]): Content | undefined {
  if (!content?.times) return undefined
  for (const value of values) weighValue(content.times, value, 1)
  content.count += values.length
  return content
}

function isTrue(cursor: Cursor): boolean {
  return compare(valueOf(cursor), cursor.test.op, cursor.test.value)
}

function valueOf(cursor: Cursor): Plain | undefined {
  const { low, high, spec: { keep }, test: { agg }, state: { v } } = cursor
  switch (agg) {
    case 'first': return low < high ? v![low] : undefined
    case 'last': return low < high ? v![high - 1] : undefined
    case 'min':
    case 'max':
      if (low >= high) return undefined
      // What is kept as low, or high, rises, or falls, from the oldest on.
      return keep === 'values' ? extremeOf(v!.slice(low, high), agg) : v![low]
    case 'distinct': if (keep !== 'values') return high - low
  }
  if (!cursor.content) {
    cursor.content = { count: 0, sum: 0, ...(keep === 'values' && (agg === 'top' || agg === 'distinct') && { times: new Map() }) }
    for (let place = low; place < high; place++) weigh(cursor, place, 1)
  }
  const { count, sum, times } = cursor.content
  switch (agg) {
    case 'count': return count
    case 'sum': return sum / sumScale
    case 'avg': return count === 0 ? undefined : Math.round(sum / count) / sumScale
    case 'distinct': return times!.size
    default: return topOf(times!)
  }
}

function extremeOf(values: readonly Plain[], agg: 'min' | 'max'): Plain | undefined {
  const numbers = values.filter(value => typeof value === 'number')
  return numbers.length === 0 ? undefined : Math[agg](...numbers)
}

/** The most frequent value; of equals the first by the alphabet. */
function topOf(times: ReadonlyMap<Plain, Times>): Plain | undefined {
  let [top, most]: [Plain | undefined, number] = [undefined, 0]
  for (const [value, { count }] of times) {
    if (count < most || (count === most && String(value) >= String(top))) continue
    top = value
    most = count
  }
  return top
}
