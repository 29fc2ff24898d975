import { describe, expect, it } from 'vitest'
import { withoutSensitive } from './withoutSensitive.ts'

const told = (because: Parameters<typeof withoutSensitive>[0]['because']) => withoutSensitive({ id: 'own', since: 0, because }).because

describe('what a shopper is told of a rule', () => {
  it('keeps its facts and loses words of health, intimacy, religion and children', () => {
    const looks = { kind: 'events', event: 'view_item', agg: 'count', within: '7d', op: '>=', value: 3, than: 3, holds: true } as const
    expect(told([
      { ...looks, where: [{ prop: 'item_category', op: '=', value: 'Baby & Nursery' }] },
      { ...looks, where: [{ prop: 'item_category', op: 'in', value: ['Garden', 'Pregnancy'] }] },
      { ...looks, where: [{ prop: 'item_category', op: '=', value: 'Garden' }] },
      { kind: 'events', event: 'search', agg: 'last', prop: 'search_term', op: 'exists', value: 'halal sweets', holds: true },
      { kind: 'fact', fact: 'affinity.category', op: 'hasAny', value: 2, than: ['Lingerie'], holds: true },
      { kind: 'fact', fact: 'tier.Childrenswear', op: '=', value: 'budget', than: 'budget', holds: true },
      { kind: 'fact', fact: 'page.category', op: 'exists', value: 'Religion', holds: true },
    ])).toEqual([
      { ...looks, where: [{ prop: 'item_category', op: '=' }] },
      { ...looks, where: [{ prop: 'item_category', op: 'in' }] },
      { ...looks, where: [{ prop: 'item_category', op: '=', value: 'Garden' }] },
      { kind: 'events', event: 'search', agg: 'last', prop: 'search_term', op: 'exists', holds: true },
      { kind: 'fact', fact: 'affinity.category', op: 'hasAny', value: 2, holds: true },
      { kind: 'fact', fact: 'tier.', op: '=', value: 'budget', than: 'budget', holds: true },
      { kind: 'fact', fact: 'page.category', op: 'exists', holds: true },
    ])
  })
})
