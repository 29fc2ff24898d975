import { checkComparison } from './checkComparison.ts'
import { readDuration, type Span } from './duration.ts'
import { factFamilies, factType, factTypes, type FactType } from './factTypes.ts'
import { checkFields, isObject, shown, type TellFault } from './ruleFault.ts'

const aggregates = ['count', 'sum', 'avg', 'min', 'max', 'distinct', 'first', 'last', 'top']
const scores = ['churn', 'orders', 'value', 'discounts']
/** Written by Shopside itself, not done by the shopper. */
const ownEvents = ['compacted', 'segment_entered', 'segment_exited', 'consent_changed', 'forget']
/** A count beyond it says nothing more, and every one up to it is remembered. */
const maxCount = 1000
/** Less than the thirteen months after which the base lets go of times. */
const maxDays = 390
const maxSteps = 6
const nameForm = /^[A-Za-z_][\w.:-]{0,39}$/

/** Checks `{"fact": …}`. */
export function checkFact(path: string, rule: Record<string, unknown>, tell: TellFault): void {
  checkFields(path, rule, ['fact', 'op', 'value'], tell)
  const type = typeof rule['fact'] === 'string' ? factType(rule['fact']) : undefined
  if (!type) {
    const families = [...factFamilies.keys()].map(family => `${family}NAME`)
    return tell(`${path}.fact`, `${shown(rule['fact'])} is no fact`, `use one of ${[...factTypes.keys(), ...families].join(' ')}`)
  }
  return checkComparison(path, rule, type, tell)
}

/** Checks `{"score": …}`. */
export function checkScore(path: string, rule: Record<string, unknown>, tell: TellFault): void {
  checkFields(path, rule, ['score', 'op', 'value'], tell)
  if (!scores.includes(rule['score'] as string)) return tell(`${path}.score`, `${shown(rule['score'])} is no score`, `use one of ${scores.join(' ')}`)
  if (['in', 'nin', 'exists', 'missing'].includes(rule['op'] as string)) {
    return tell(`${path}.op`, `${shown(rule['op'])} is no way to compare a score`, 'use one of = != < <= > >= between')
  }
  return checkComparison(path, rule, 'number', tell)
}

/** Checks `{"event": …}`. */
export function checkEvent(path: string, rule: Record<string, unknown>, tell: TellFault): void {
  checkFields(path, rule, ['event', 'agg', 'prop', 'where', 'within', 'between', 'op', 'value'], tell)
  const { agg = 'count', prop, within, between } = rule
  checkName(`${path}.event`, rule['event'], tell)
  if (!aggregates.includes(agg as string)) return tell(`${path}.agg`, `${shown(agg)} is no aggregate`, `use one of ${aggregates.join(' ')}`)
  if (agg === 'count' && prop !== undefined) tell(`${path}.prop`, 'is of no use to count', 'leave it out, or use "agg": "distinct"')
  if (agg !== 'count' || prop !== undefined) checkProp(`${path}.prop`, prop, tell)
  checkWhere(path, rule['where'], tell)
  if (within !== undefined && between !== undefined) tell(`${path}.between`, 'stands beside within', 'use one of them')
  if (within !== undefined) checkSpan(`${path}.within`, within, tell)
  if (between !== undefined) checkBetween(`${path}.between`, between, tell)
  const isCount = agg === 'count' || agg === 'distinct'
  const type: FactType = isCount || ['sum', 'avg', 'min', 'max'].includes(agg as string) ? 'number' : 'any'
  checkComparison(path, rule, type, tell, isCount ? maxCount : undefined)
}

/** Checks `{"seq": …}`. @returns how many steps it has */
export function checkSequence(path: string, rule: Record<string, unknown>, tell: TellFault): number {
  checkFields(path, rule, ['seq', 'within', 'same', 'recent'], tell)
  const steps = Array.isArray(rule['seq']) ? rule['seq'] as unknown[] : []
  if (steps.length < 2 || steps.length > maxSteps) tell(`${path}.seq`, `has ${steps.length} steps`, `write 2 to ${maxSteps} steps`)
  steps.forEach((step, place) => {
    const at = `${path}.seq[${place}]`
    if (!isObject(step)) return tell(at, `${shown(step)} is no step`, 'write {"event": …}')
    checkFields(at, step, ['event', 'where', 'absent'], tell)
    checkName(`${at}.event`, step['event'], tell)
    checkWhere(at, step['where'], tell)
    if (step['absent'] !== undefined && typeof step['absent'] !== 'boolean') tell(`${at}.absent`, `${shown(step['absent'])} is neither`, 'write true or leave it out')
    if (place === 0 && step['absent'] === true) tell(`${at}.absent`, 'nothing stands before it', 'begin with a step that happens')
  })
  for (const field of ['within', 'recent']) {
    const value = rule[field]
    if (field === 'recent' && value === undefined) continue
    const span = checkSpan(`${path}.${field}`, value, tell)
    if (span?.days && (field === 'within' || String(value).endsWith('cd'))) {
      tell(`${path}.${field}`, `${shown(value)} is too long, or in calendar days`, 'write at most "90d" in m, h, d or w')
    }
  }
  if (rule['same'] !== undefined) checkProp(`${path}.same`, rule['same'], tell)
  return steps.length
}

function checkName(path: string, name: unknown, tell: TellFault): void {
  if (typeof name !== 'string' || name.trim() !== name || name === '' || name.length > 40) tell(path, `${shown(name)} is no event name`, 'write a name such as view_item')
  else if (ownEvents.includes(name)) tell(path, `${name} is written by Shopside itself`, 'use what the shopper does')
}

function checkProp(path: string, prop: unknown, tell: TellFault): void {
  if (typeof prop !== 'string' || !nameForm.test(prop)) tell(path, `${shown(prop)} is no property`, 'write a name such as price or item_category')
}

function checkWhere(path: string, where: unknown, tell: TellFault): void {
  if (where === undefined) return
  if (!Array.isArray(where) || where.length > 8) return tell(`${path}.where`, `${shown(where)} is no list of tests`, 'write at most 8 of {"prop": …, "op": …}')
  where.forEach((test: unknown, place) => {
    const at = `${path}.where[${place}]`
    if (!isObject(test)) return tell(at, `${shown(test)} is no test`, 'write {"prop": …, "op": …, "value": …}')
    checkFields(at, test, ['prop', 'op', 'value'], tell)
    checkProp(`${at}.prop`, test['prop'], tell)
    return checkComparison(at, test, 'any', tell)
  })
}

function checkSpan(path: string, text: unknown, tell: TellFault): Span | undefined {
  const span = readDuration(text)
  if (!span) tell(path, `${shown(text)} is no duration`, 'write "30m", "2h", "7d", "4w" or "7cd"; above 90 days whole days or weeks')
  else if (span.days && span.length > maxDays) tell(path, `${shown(text)} is longer than what is remembered`, `write at most "${maxDays}d", or leave it out for all time`)
  return span
}

function checkBetween(path: string, between: unknown, tell: TellFault): void {
  const edges = Array.isArray(between) ? between as unknown[] : []
  if (edges.length !== 2) return tell(path, `${shown(between)} are no two edges`, 'write the farther one first: ["90d", "30d"]')
  const [far, near] = edges.map((edge, place) => checkSpan(`${path}[${place}]`, edge, tell))
  if (!far || !near) return
  const length = (span: Span): number => span.length * (span.days ? 86_400_000 : 1)
  if (length(far) <= length(near)) tell(path, `${shown(between)} ends before it begins`, 'write the farther edge first: ["90d", "30d"]')
  if (!far.days && near.days) tell(path, `${shown(between)} mixes hours and calendar days`, 'write both edges alike')
  if (far.days && !near.days && near.length % 86_400_000 !== 0) tell(`${path}[1]`, `${shown(edges[1])} is not of whole days`, 'beside an edge in calendar days write days')
}
