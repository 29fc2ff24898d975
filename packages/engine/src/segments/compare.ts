import type { Plain, RuleOp } from './rule.ts'

/** What may stand on the left: a value, the values of a set, or nothing. */
export type Known = Plain | readonly string[] | undefined

/**
 * Whether `left op right` holds. What is missing, or of another kind than it is compared with, compares as false by every op; only
 * `missing` holds of what is not there. Dates and windows are not for here (`factVerdict`).
 */
export function compare(left: Known, op: RuleOp, right: unknown): boolean {
  if (op === 'missing') return left === undefined
  if (left === undefined) return false
  if (op === 'exists') return true
  const list = Array.isArray(right) ? right as unknown[] : []
  if (typeof left === 'object') return compareSet(left, op, right, list)
  if (op === 'in') return list.includes(left)
  if (op === 'nin') return !list.includes(left)
  if (op === 'between') return typeof left === 'number' && left >= (list[0] as number) && left <= (list[1] as number)
  if (typeof left !== typeof right) return false
  switch (op) {
    case '=': return left === right
    case '!=': return left !== right
    case '<': return left < (right as Plain)
    case '<=': return left <= (right as Plain)
    case '>': return left > (right as Plain)
    case '>=': return left >= (right as Plain)
    case 'contains': return typeof left === 'string' && left.includes(right as string)
    case 'startsWith': return typeof left === 'string' && left.startsWith(right as string)
    default: return false
  }
}

function compareSet(set: readonly string[], op: RuleOp, right: unknown, list: unknown[]): boolean {
  const has = (value: unknown): boolean => set.includes(value as string)
  switch (op) {
    case 'hasAny': return list.some(has)
    case 'hasAll': return list.every(has)
    case 'hasNone': return !list.some(has)
    case 'size': return set.length === right || (set.length >= (list[0] as number) && set.length <= (list[1] as number))
    default: return false
  }
}
