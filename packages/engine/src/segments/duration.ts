const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const
const maxExactMs = 90 * unitMs.d

/** A length of time: in milliseconds, or (`days`) in calendar days of the store. */
export interface Span {
  length: number
  days: boolean
}

/**
 * A duration as a rule writes it. More than 90 days, the age at which raw events go (DESIGN 5), are calendar days however they are written.
 *
 * @returns undefined for a text that is none, that is zero, or that is long and not of whole days
 */
export function readDuration(text: unknown): Span | undefined {
  const parts = typeof text === 'string' ? /^(\d{1,5})(m|h|d|w|cd)$/.exec(text) : null
  if (!parts) return undefined
  const count = Number(parts[1])
  const unit = parts[2] as keyof typeof unitMs | 'cd'
  if (count === 0) return undefined
  if (unit === 'cd') return { length: count, days: true }
  const length = count * unitMs[unit]
  if (length <= maxExactMs) return { length, days: false }
  return length % unitMs.d === 0 ? { length: length / unitMs.d, days: true } : undefined
}
