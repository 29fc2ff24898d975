import { describe, expect, it } from 'vitest'
import { compileRules } from './compileRules.ts'
import { pageSegmentsAt } from './pageSegments.ts'
import type { Rule } from './rule.ts'

const now = Date.UTC(2011, 11, 10, 9)
const rainy: Rule = { fact: 'context.weather', op: '=', value: 'rain' }
const bought: Rule = { event: 'purchase', op: '>=', value: 1 }

function idsOf(rules: Record<string, Rule>): string[] {
  const program = compileRules(Object.entries(rules).map(([id, rule]) => ({ id, rule })))
  return pageSegmentsAt(program, { context: { weather: 'rain' } }, now).memberships.map(({ id }) => id)
}

describe('pageSegmentsAt', () => {
  it('knows what the page says, and segments that stand on it', () => {
    expect(idsOf({ wet: rainy, out: { all: [{ segment: 'wet' }, { not: { fact: 'page.type', op: '=', value: 'basket' } }] } })).toEqual(['wet', 'out'])
  })

  it('is silent about everything that needs a past, also where the rule asks that it is not so', () => {
    expect(idsOf({
      customer: bought, stranger: { not: bought }, unsold: { segment: 'visitor' }, mixed: { any: [rainy, bought] },
      onMixed: { segment: 'mixed' }, visits: { fact: 'visits.count', op: 'missing' }, risk: { score: 'churn', op: '<', value: 2 },
    })).toEqual([])
  })
})
