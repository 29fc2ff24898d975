/** An instant with the wall clock it was said by. */
export interface ZonedTime {
  /** Epoch ms; noon of the day for a date without time. */
  at: number
  /** Minutes east of UTC of that clock. */
  offsetMinutes: number
  /** False for a date alone: it stays a date and is never moved by a zone. */
  hasTime: boolean
}

const isoForm = /^(\d{4}-\d\d-\d\d)(?:[T ]([\d:.]+)\s*(Z|[+-]\d\d:?\d\d)?)?$/i

/** The shopper's own offset at an instant, in minutes east of UTC. */
export function ownOffset(at: number): number {
  return -new Date(at).getTimezoneOffset()
}

/**
 * Reads ISO 8601 with offset, or a date. `Z` and a missing offset name no place: the shopper's clock counts.
 *
 * @returns undefined for anything else
 */
export function readZonedTime(text: unknown): ZonedTime | undefined {
  if (typeof text !== 'string') return undefined
  const [, day, time, zone] = isoForm.exec(text.trim()) ?? []
  if (day === undefined) return undefined
  if (time === undefined) {
    const noon = Date.parse(`${day}T12:00:00Z`)
    return Number.isNaN(noon) ? undefined : { at: noon, offsetMinutes: 0, hasTime: false }
  }
  const at = Date.parse(`${day}T${time}${(zone ?? '').toUpperCase()}`)
  if (Number.isNaN(at)) return undefined
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? '') ?? []
  const offsetMinutes = sign === undefined ? ownOffset(at) : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes))
  return { at, offsetMinutes, hasTime: true }
}

/** Epoch ms moved so that UTC fields read as the wall clock: to be formatted with `timeZone: 'UTC'`. */
export function wallClock(time: ZonedTime): number {
  return time.at + time.offsetMinutes * 60_000
}

/** Calendar days from now to `time` on its own wall clock: 0 today, 1 tomorrow, -1 yesterday. */
export function daysUntil(time: ZonedTime, now: number): number {
  const offsetMinutes = time.hasTime ? time.offsetMinutes : ownOffset(now)
  return dayNumber(wallClock(time)) - dayNumber(now + offsetMinutes * 60_000)
}

/** "UTC+9" where the clock differs from the shopper's; undefined where it is the same, or there is no clock time. */
export function foreignZone(time: ZonedTime): string | undefined {
  if (!time.hasTime || time.offsetMinutes === ownOffset(time.at)) return undefined
  const hours = time.offsetMinutes / 60
  const whole = Math.trunc(hours)
  const minutes = Math.abs(time.offsetMinutes % 60)
  return `UTC${hours < 0 ? '−' : '+'}${Math.abs(whole)}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}`
}

function dayNumber(at: number): number {
  return Math.floor(at / 86_400_000)
}
