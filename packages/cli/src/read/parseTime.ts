const pattern = /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ]+(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i

/** 2 January 1970: before it a number of seconds was taken for milliseconds, or a field was empty. */
const earliest = 864e5
/** 1 January 2100. */
const latest = Date.UTC(2100, 0)

/**
 * Epoch milliseconds of `2011-11-10`, `2011-11-10T08:26`, `2011-11-10 08:26:00 +0000`, `20111110`, epoch seconds (10 digits,
 * with or without a fraction) or milliseconds (13 digits). Other fractions of a second are left off. A time without a zone
 * counts as UTC: only differences matter.
 *
 * @returns undefined for anything else: impossible days, ambiguous orders such as 10/11/2026, years outside 1970..2099
 */
export function parseTime(text: string): number | undefined {
  const at = toEpochMs(text.trim())
  return at !== undefined && at >= earliest && at < latest ? at : undefined
}

/** As `parseTime`, but to the millisecond: for one shopper's log, whose windows end as exactly. */
export function parseMoment(text: string): number | undefined {
  const digits = /:\d\d[.,](\d+)/.exec(text)?.[1]
  const at = parseTime(text)
  return at === undefined || digits === undefined ? at : at + Number(digits.slice(0, 3).padEnd(3, '0'))
}

function toEpochMs(text: string): number | undefined {
  if (/^\d{13}$/.test(text)) return Number(text)
  if (/^\d{10}(\.\d+)?$/.test(text)) return Math.floor(Number(text) * 1000)
  const plain = /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text
  const found = pattern.exec(plain)
  if (!found) return undefined
  const parts = found.slice(1, 7).map(part => Number(part ?? 0)) as [number, number, number, number, number, number]
  const [year, month, day, hour, minute, second] = parts
  const at = Date.UTC(year, month - 1, day, hour, minute, second)
  // Date takes 30 February for 2 March; the parts say whether it did.
  const date = new Date(at)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59 || second > 60) return undefined
  const zone = found[7]
  if (!zone || /^[a-z]/i.test(zone)) return at
  const minutes = Number(zone.slice(1, 3)) * 60 + (zone.length > 3 ? Number(zone.slice(-2)) : 0)
  return at - (zone.startsWith('-') ? -minutes : minutes) * 60_000
}
