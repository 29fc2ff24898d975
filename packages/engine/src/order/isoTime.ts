/** A time as the endpoint wrote it: text that is kept, and what it means. */
export interface IsoTime {
  /** Epoch ms; noon UTC of a date without time. */
  at: number
  /** Minutes east of UTC of the clock it was said by; 0 for `Z`, for none, and for a date alone. */
  offsetMinutes: number
}

const form = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|([+-])(\d\d):?(\d\d))?)?$/i

/**
 * Parcels are of these years (UTC). Seconds taken for milliseconds are before, "9999-12-31" is after: neither is a day to wait
 * for.
 */
const earliest = Date.UTC(2000, 0)
const latest = Date.UTC(2100, 0)

/**
 * Reads ISO 8601: a date, or a time with or without its offset. Days that no month has ("2026-02-30"), other orders of day and
 * month, numbers and words are no time: undefined.
 */
export function readIso(value: unknown): IsoTime | undefined {
  if (typeof value !== 'string' || value.length > 40) return undefined
  const [, day, time = '12:00', zone = 'Z', sign, hours = '0', minutes = '0'] = form.exec(value.trim()) ?? []
  if (day === undefined) return undefined
  const noon = Date.parse(`${day}T12:00Z`)
  // Some engines take 30 February for 2 March.
  if (Number.isNaN(noon) || new Date(noon).toISOString().slice(0, 10) !== day) return undefined
  const at = Date.parse(`${day}T${time}${zone.toUpperCase()}`)
  if (!(at >= earliest && at < latest)) return undefined
  const offset = Number(hours) * 60 + Number(minutes)
  return { at, offsetMinutes: sign === '-' ? -offset : sign === '+' ? offset : 0 }
}

/** The text itself, trimmed, when it is a time; undefined otherwise. */
export function toIsoText(value: unknown): string | undefined {
  return readIso(value) === undefined ? undefined : (value as string).trim()
}
