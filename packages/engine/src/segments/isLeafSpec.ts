import type { PropertyTest, SequenceStep } from './rule.ts'
import type { LeafSpec } from './watched.ts'

const keeps: readonly LeafSpec['keep'][] = ['times', 'keys', 'sum', 'low', 'high', 'last', 'first', 'values', 'sequence']

/** True for a specification that the fold can count by without asking: rules and records may come from somebody who means harm. */
export function isLeafSpec(value: unknown): value is LeafSpec {
  const spec = value as Partial<LeafSpec> | null
  if (typeof spec !== 'object' || spec === null || !Array.isArray(spec.tests) || !isMatched(spec) || !keeps.includes(spec.keep!)) return false
  if (!isNumber(spec.size) || !(spec.size <= 1001) || (spec.far !== undefined && !isNumber(spec.far))) return false
  if (!spec.tests.every(test => typeof test?.op === 'string' && typeof test.agg === 'string' && [test.far, test.near].every(isNumberOrNone))) return false
  if (spec.keep !== 'sequence') return true
  const { steps, within, same } = spec
  return Array.isArray(steps) && steps.length > 0 && steps.length <= 6 && steps.every(isMatched) && (steps[0] as SequenceStep).absent !== true
    && isNumber(within) && (same === undefined || typeof same === 'string')
}

function isMatched(value: unknown): boolean {
  const { event, prop, where } = (value ?? {}) as { event?: unknown; prop?: unknown; where?: unknown }
  return typeof event === 'string' && (prop === undefined || typeof prop === 'string')
    && (where === undefined || (Array.isArray(where) && where.length <= 8 && where.every(isTest)))
}

function isTest(value: unknown): boolean {
  const test = value as Partial<PropertyTest> | null
  return typeof test?.prop === 'string' && typeof test.op === 'string'
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isNumberOrNone(value: unknown): boolean {
  return value === undefined || isNumber(value)
}
