import type { EpochMs } from '../event.ts'

const dayMs = 86_400_000
/** Zones change their offset at whole quarters of an hour (IANA, since 1972). */
const stepMs = 900_000

/** Calendar days of a zone, as whole numbers: day 0 is 1 January 1970. Days of 23 and 25 hours are one. */
export interface ZoneClock {
  /** Milliseconds that the zone is ahead of UTC. */
  offset(at: EpochMs): number
  day(at: EpochMs): number
  /** The first millisecond of a day. */
  startOf(day: number): EpochMs
}

const clocks = new Map<string, ZoneClock>()

/** The clock of a zone, made once. @param timeZone IANA name; one that nobody knows counts as UTC. @default 'UTC' */
export function zoneClock(timeZone = 'UTC'): ZoneClock {
  let clock = clocks.get(timeZone)
  if (!clock) clocks.set(timeZone, clock = makeClock(timeZone))
  return clock
}

function makeClock(timeZone: string): ZoneClock {
  const offset = offsetOf(timeZone)
  const day = (at: EpochMs): number => Math.floor((at + offset(at)) / dayMs)
  const starts = new Map<number, EpochMs>()
  return {
    offset, day,
    startOf(wanted) {
      let start = starts.get(wanted)
      if (start === undefined) {
        // A midnight may be missing or come twice: the first step of the day is looked for, not computed.
        start = Math.floor((wanted * dayMs - dayMs) / stepMs) * stepMs
        for (let jump = dayMs * 2; jump >= stepMs; jump /= 2) {
          const step = Math.floor(jump / stepMs) * stepMs
          while (day(start + step) < wanted) start += step
        }
        start += stepMs
        starts.set(wanted, start)
      }
      return start
    },
  }
}

function offsetOf(timeZone: string): (at: EpochMs) => number {
  if (timeZone === 'UTC') return () => 0
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone, calendar: 'gregory', hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
    })
  } catch {
    // A RangeError: the engine does not know the zone.
    return () => 0
  }
  const known = new Map<number, number>()
  return at => {
    const step = Math.floor(at / stepMs)
    let offset = known.get(step)
    if (offset === undefined) {
      const part: Record<string, number> = {}
      for (const { type, value } of format.formatToParts(step * stepMs)) part[type] = Number(value)
      offset = Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute']) - step * stepMs
      if (known.size > 5000) known.clear()
      known.set(step, offset)
    }
    return offset
  }
}
