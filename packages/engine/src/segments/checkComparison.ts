import { readDuration } from './duration.ts'
import { opsOf, type FactType } from './factTypes.ts'
import { shown, type TellFault } from './ruleFault.ts'
import type { RuleOp } from './rule.ts'

/** Values listed by one `in`, `hasAny` …, and letters of a text. */
const maxListed = 50
const maxLetters = 100
const lists: readonly RuleOp[] = ['in', 'nin', 'hasAny', 'hasAll', 'hasNone']

/** Checks op and value of a comparison with something of a type. @param most a number may be at most this */
export function checkComparison(path: string, { op, value }: Record<string, unknown>, type: FactType, tell: TellFault, most = 1e12): void {
  const known: readonly RuleOp[] = [...opsOf[type], 'exists', 'missing']
  if (!known.includes(op as RuleOp)) return tell(`${path}.op`, `${shown(op)} is no way to compare this`, `use one of ${known.join(' ')}`)
  const wrong = (remedy: string): void => tell(`${path}.value`, `${shown(value)} is nothing to compare with by ${op as string}`, remedy)
  if (op === 'exists' || op === 'missing') return value === undefined ? undefined : wrong('leave it out')
  if (type === 'date') {
    if (op === 'before' || op === 'after') return isDate(value) ? undefined : wrong('write a date, "2026-05-17" or "2026-05-17T08:00:00Z"')
    return readDuration(value) ? undefined : wrong('write a duration, "30d", "2h", "7cd"')
  }
  if (op === 'between' || (op === 'size' && Array.isArray(value))) {
    const [low, high, ...more] = Array.isArray(value) ? value as unknown[] : []
    const isRange = isNumber(low, most) && isNumber(high, most) && low <= high && more.length === 0
    return isRange ? undefined : wrong('write two numbers, the smaller one first')
  }
  if (op === 'size') return isNumber(value, most) ? undefined : wrong('write a number, or two for a range')
  if (lists.includes(op as RuleOp)) {
    const values = Array.isArray(value) ? value as unknown[] : []
    const isList = values.length > 0 && values.length <= maxListed && values.every(one => isOf(type, one, most))
    return isList ? undefined : wrong(`write a list of 1 to ${maxListed} ${type === 'number' ? 'numbers' : 'values'}`)
  }
  if ((op === 'contains' || op === 'startsWith') && typeof value !== 'string') return wrong('write a text')
  if (!isOf(type, value, most)) wrong(type === 'number' ? `write a number of at most ${most}` : type === 'boolean' ? 'write true or false' : 'write a text')
}

function isOf(type: FactType, value: unknown, most: number): boolean {
  const isText = typeof value === 'string' && value !== '' && value.length <= maxLetters
  switch (type) {
    case 'number': return isNumber(value, most)
    case 'boolean': return typeof value === 'boolean'
    case 'any': return isText || typeof value === 'boolean' || isNumber(value, most)
    default: return isText
  }
}

function isNumber(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most
}

/** A day of the calendar: `Date` takes 31 February for 3 March. */
function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(value)) return false
  const day = value.slice(0, 10)
  return !Number.isNaN(Date.parse(value)) && new Date(`${day}T00:00Z`).toJSON().startsWith(day)
}
