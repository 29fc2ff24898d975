const form = /^(20\d\d)-(\d\d)-(\d\d)(?:[T ][\d:.]{5,16}(?:Z|[+-]\d\d:?\d\d)?)?$/

/**
 * A time of a page as it said it: ISO 8601, a date alone or with a time, of this century.
 *
 * @returns undefined for days that no calendar has, words, other orders of day and month, numbers
 */
export function toIsoTime(value: unknown): string | undefined {
  const [text, year, month, day] = (typeof value === 'string' && form.exec(value)) || []
  if (text === undefined || Number.isNaN(Date.parse(text))) return undefined
  // Some parsers take 30 February for 2 March.
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.toISOString().startsWith(text.slice(0, 10)) ? text : undefined
}
