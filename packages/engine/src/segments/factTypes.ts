import type { RuleOp } from './rule.ts'

/** How a fact compares. `any` is whatever the page or the shopper said: text, number, yes or no. */
export type FactType = 'number' | 'text' | 'boolean' | 'date' | 'set' | 'any'

/** Ops by type, besides `exists` and `missing`, which every type has. */
export const opsOf: Readonly<Record<FactType, readonly RuleOp[]>> = {
  number: ['=', '!=', '<', '<=', '>', '>=', 'between', 'in', 'nin'],
  text: ['=', '!=', 'in', 'nin', 'contains', 'startsWith'],
  boolean: ['=', '!='],
  date: ['before', 'after', 'withinLast', 'olderThan', 'withinNext'],
  set: ['hasAny', 'hasAll', 'hasNone', 'size'],
  any: ['=', '!=', '<', '<=', '>', '>=', 'between', 'in', 'nin', 'contains', 'startsWith'],
}

/** Every fact that has one name. */
export const factTypes: ReadonlyMap<string, FactType> = new Map<string, FactType>([
  ['orders.count', 'number'], ['orders.days', 'number'], ['orders.value', 'number'], ['orders.average', 'number'], ['orders.units', 'number'],
  ['orders.first', 'date'], ['orders.last', 'date'],
  ['visits.count', 'number'], ['visits.first', 'date'], ['visits.last', 'date'],
  ['cart.lines', 'number'], ['cart.units', 'number'], ['cart.value', 'number'], ['cart.items', 'set'], ['cart.changed', 'date'],
  ['page.type', 'text'], ['page.path', 'text'], ['page.item', 'text'], ['page.category', 'text'], ['page.brand', 'text'],
  ['campaign.source', 'text'], ['campaign.medium', 'text'], ['campaign.name', 'text'], ['referrer.host', 'text'],
  ['consent.personalize', 'text'], ['consent.analytics', 'text'], ['consent.connectors', 'text'],
  ['needs.items', 'set'], ['needs.next', 'date'],
  ['stage', 'text'], ['rfm', 'text'],
  ['time.hour', 'number'], ['time.weekday', 'number'], ['time.month', 'number'],
])

/** Facts by what the name begins with; the rest of it is the shop's own. */
export const factFamilies: ReadonlyMap<string, FactType> = new Map<string, FactType>([
  ['context.', 'any'], ['declared.', 'any'], ['affinity.', 'set'], ['tier.', 'text'],
])

/** The type of a fact; undefined for a name that is none. */
export function factType(name: string): FactType | undefined {
  const dot = name.indexOf('.') + 1
  return factTypes.get(name) ?? (dot > 0 && name.length > dot ? factFamilies.get(name.slice(0, dot)) : undefined)
}
