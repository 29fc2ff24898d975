import type { EventDraft } from '../event.ts'
import { toSearchTerm } from '../boundary/searchTerm.ts'

const nameShape = /^[a-z]\w{0,39}$/i
const maxFacts = 25
const monthDay = /^(?:\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/**
 * The event of `shop.declare({ name, birthday: '05-17', size })`: at most 25 plain facts that the shopper told. Texts pass the
 * filter of search terms (at most 100 letters, no e-mail address, no long number); of a birthday only month and day are kept,
 * never a year; `null` takes a fact back. What is no plain value is left out.
 *
 * @returns undefined when no fact is left
 */
export function toDeclared(given: unknown): EventDraft | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const facts = Object.create(null) as Record<string, string | number | boolean | null>
  let count = 0
  for (const [name, value] of Object.entries(given)) {
    const plain = nameShape.test(name) ? (name === 'birthday' ? toBirthday(value) : toPlain(value)) : undefined
    if (plain === undefined || count++ >= maxFacts) continue
    facts[name] = plain
  }
  return count > 0 ? { name: 'declare', params: { facts } } : undefined
}

function toPlain(value: unknown): string | number | boolean | null | undefined {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) < 1e9 ? value : undefined
  return toSearchTerm(value)
}

function toBirthday(value: unknown): string | null | undefined {
  if (value === null) return null
  const [, month, day] = (typeof value === 'string' && monthDay.exec(value.trim())) || []
  return month && `${month}-${day}`
}
