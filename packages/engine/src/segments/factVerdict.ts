import type { EpochMs } from '../event.ts'
import { compare } from './compare.ts'
import { readDuration } from './duration.ts'
import { readFact } from './readFact.ts'
import type { FactRule, Plain } from './rule.ts'
import type { SegmentInput } from './segmentInput.ts'
import type { LeafState } from './watched.ts'
import type { Verdict } from './verdict.ts'
import type { ZoneClock } from './zoneClock.ts'

/** What a fact rule needs beside the input: names of the lifecycle stage and the RFM group, and the store's calendar. */
export interface FactContext {
  input: SegmentInput
  clock: ZoneClock
  /** Ids of the presets that hold, and when the first of them may change. */
  presets: ReadonlySet<string>
  presetsFlipAt: EpochMs
}

/** Judges a fact. @param leaf of facts of a visit: the latest page view that said something */
export function factVerdict({ fact, op, value }: FactRule, context: FactContext, leaf: LeafState | undefined): Verdict {
  const found = readFact(fact, context, leaf)
  const { now, profile } = context.input
  const dated = typeof found.date === 'number' && op !== 'exists' && op !== 'missing'
  const timed = dated ? compareDate(found.date!, op, value, now, context.clock) : undefined
  const known = found.value ?? found.date
  const holds = timed?.holds ?? compare(known, op, value)
  const shown = typeof known === 'object' ? known.length : known
  return {
    holds,
    // What no event tells of is as old as the visit, as far as anybody knows.
    since: Math.min(now, timed?.since ?? found.since ?? profile.visitStartedAt ?? now),
    flipsAt: Math.min(timed?.flipsAt ?? Infinity, found.flipsAt ?? Infinity),
    because: [{ kind: 'fact', fact, op, holds, ...(shown !== undefined && { value: shown }), ...(value !== undefined && { than: value }) }],
  }
}

/** Windows are half-open: `withinLast` is (now - W, now], `withinNext` (now, now + W], `olderThan` what is before the first. */
function compareDate(date: EpochMs, op: string, than: Plain | Plain[] | undefined, now: EpochMs, clock: ZoneClock): Pick<Verdict, 'holds' | 'since' | 'flipsAt'> {
  if (op === 'before' || op === 'after') {
    const limit = dateOf(than, clock)
    return { holds: op === 'before' ? date < limit : date > limit, since: date, flipsAt: Infinity }
  }
  const span = readDuration(than)
  const shift = (sign: 1 | -1): EpochMs => {
    if (!span) return NaN
    return span.days ? clock.startOf(clock.day(date) + sign * span.length) : date + sign * span.length
  }
  const edges = op === 'withinLast' ? [date, shift(1)] : op === 'olderThan' ? [shift(1), Infinity] : [shift(-1), date]
  const [begins, ends] = edges as [EpochMs, EpochMs]
  if (now < begins) return { holds: false, since: 0, flipsAt: begins }
  if (now < ends) return { holds: true, since: begins, flipsAt: ends }
  return { holds: false, since: Number.isFinite(ends) ? ends : 0, flipsAt: Infinity }
}

/** `2026-05-17`, the first moment of that day in the store's zone, or a time with its offset (`2026-05-17T08:00:00Z`). */
export function dateOf(text: unknown, clock: ZoneClock): EpochMs {
  const day = typeof text === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) : null
  if (day) return clock.startOf(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])) / 86_400_000)
  return typeof text === 'string' && /T.*(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN
}
