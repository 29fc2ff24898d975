import { describe, expect, it } from 'vitest'
import schemaFile from '../../segments.schema.json' with { type: 'json' }
import { seeded } from '../testing/seeded.ts'
import { checkRules, ruleLimits } from './checkRules.ts'
import { compileRules } from './compileRules.ts'
import type { Rule, SegmentSpec } from './rule.ts'
import { rule } from './ruleBuilder.ts'
import { anySegments } from './testing/anyRule.ts'
import { fitsSchema } from './testing/fitsSchema.ts'

const schema = schemaFile as Record<string, unknown>
const holding = (inner: unknown): unknown => [{ id: 'it', rule: inner }]
const views = { event: 'view_item', op: '>=', value: 1 }
const deep = (levels: number): Rule => (levels === 0 ? { all: [] } : { not: deep(levels - 1) })

describe('checkRules', () => {
  it('takes whatever the grammar makes, as the schema does', () => {
    const random = seeded(3)
    for (let n = 0; n < 300; n++) {
      const specs = anySegments(random, 3)
      expect(checkRules(specs), JSON.stringify(specs)).toEqual([])
      expect(fitsSchema(specs, schema), JSON.stringify(specs)).toBe(true)
    }
  })

  // By form: what is wrong, and the path that must be named. The schema refuses those marked.
  it.each(([
    [{}, 'segments', 'is no list', true],
    [holding({ fact: 'orders.count', op: '=>', value: 3 }), 'segments[0].rule.op', 'use one of = != < <= > >= between in nin exists missing', true],
    [holding({ all: [views, { ...views, op: 'like' }] }), 'segments[0].rule.all[1].op', 'use one of', true],
    [holding({ any: [{ not: { fact: 'orders.cuont', op: '=', value: 1 } }] }), 'segments[0].rule.any[0].not.fact', 'orders.count', false],
    [holding({ fact: 'orders.last', op: 'after', value: '2026-02-31' }), 'segments[0].rule.value', 'write a date', false],
    [holding({ ...views, within: '7 days' }), 'segments[0].rule.within', '"7d"', true],
    [holding({ ...views, within: '500d' }), 'segments[0].rule.within', 'at most "390d"', false],
    [holding({ ...views, within: '2200h' }), 'segments[0].rule.within', 'whole days', false],
    [holding({ ...views, between: ['30d', '90d'] }), 'segments[0].rule.between', 'farther edge first', false],
    [holding({ ...views, agg: 'median' }), 'segments[0].rule.agg', 'use one of count', true],
    [holding({ ...views, agg: 'sum' }), 'segments[0].rule.prop', 'a name such as price', false],
    [holding({ ...views, prop: 'price' }), 'segments[0].rule.prop', '"agg": "distinct"', false],
    [holding({ ...views, value: 100000 }), 'segments[0].rule.value', 'at most 1000', false],
    [holding({ ...views, where: [{ prop: 'price', op: 'between', value: [9, 1] }] }), 'segments[0].rule.where[0].value', 'the smaller one first', false],
    [holding({ ...views, where: [{ prop: 'price', op: 'matches', value: '.*' }] }), 'segments[0].rule.where[0].op', 'use one of', true],
    [holding({ ...views, event: 'segment_entered' }), 'segments[0].rule.event', 'what the shopper does', false],
    [holding({ seq: [{ event: 'add_to_cart', absent: true }, { event: 'purchase' }], within: '2h' }), 'segments[0].rule.seq[0].absent', 'begin with', false],
    [holding({ seq: [{ event: 'add_to_cart' }], within: '2h' }), 'segments[0].rule.seq', '2 to 6', true],
    [holding({ seq: [{ event: 'a' }, { event: 'b' }], within: '7cd' }), 'segments[0].rule.within', 'at most "90d"', false],
    [holding({ score: 'mood', op: '>', value: 1 }), 'segments[0].rule.score', 'churn', true],
    [holding({ segment: 'nobody' }), 'segments[0].rule.segment', 'or a preset', false],
    [holding({ segment: 'it' }), 'segments[0].rule', 'stand alone', false],
    [[{ id: 'a', rule: { segment: 'b' } }, { id: 'b', rule: { not: { segment: 'a' } } }], 'segments[0].rule', 'stand alone', false],
    [holding({ all: [], any: [] }), 'segments[0].rule', 'with one of all', true],
    [holding({ code: 'alert(1)' }), 'segments[0].rule', 'with one of all', true],
    [holding(deep(ruleLimits.depth)), `segments[0].rule${'.not'.repeat(ruleLimits.depth)}`, 'at most 8', false],
    [holding({ all: Array.from({ length: 64 }, () => views) }), 'segments[0].rule', 'at most 64', false],
    [[{ id: 'loyal', rule: views }], 'segments[0].id', 'another name', false],
    [[{ id: 'a', rule: views }, { id: 'a', rule: views }], 'segments[1].id', 'another name', false],
    [[{ id: 'Big Spender', rule: views }], 'segments[0].id', 'small letters', true],
    [[{ id: 'a', rule: views, sentence: 'one two three four five six seven eight nine ten' }], 'segments[0].sentence', '9 words', false],
    [[{ id: 'a', rule: views, colour: 'red' }], 'segments[0].colour', 'use id, sentence, public, rule', true],
    [Array.from({ length: 201 }, (_, n) => ({ id: `s${n}`, rule: { all: [] } })), 'segments', 'at most 200', true],
  ] satisfies [unknown, string, string, boolean][]).map(([specs, path, words, bySchema]) => ({ specs, path, words, bySchema })))
  ('refuses what is wrong at $path, and says: $words', ({ specs, path, words, bySchema }) => {
    const [fault] = checkRules(specs)
    expect(fault?.path).toBe(path)
    expect(`${fault?.problem}; ${fault?.remedy}`).toContain(words)
    if (bySchema) expect(fitsSchema(specs, schema)).toBe(false)
  })
})

describe('compileRules', () => {
  it('gives the same rules the same version, and others another', () => {
    const version = (...rules: Rule[]): string => compileRules(rules.map((inner, n) => ({ id: `s${n}`, rule: inner }))).watched.version
    expect(version(rule.count('view_item').atLeast(2))).toBe(version(rule.count('view_item').atLeast(2)))
    expect(version(rule.count('view_item').atLeast(2))).not.toBe(version(rule.count('view_item').atLeast(3)))
  })

  it('keeps one leaf for all that ask for the same events', () => {
    const specs = ['7d', '30d'].map((window, n): SegmentSpec => ({ id: `s${n}`, rule: rule.count('view_item').within(window).atLeast(n + 2) }))
    const { watched } = compileRules(specs)
    expect(watched.specs).toMatchObject([{ event: 'view_item', keep: 'times', size: 4, far: 30 * 864e5, tests: [{}, {}] }])
  })

  it('refuses a ring, and what is nested too deep, also where nobody has checked', () => {
    expect(() => compileRules([{ id: 'a', rule: { segment: 'b' } }, { id: 'b', rule: { segment: 'a' } }])).toThrow(RangeError)
    expect(() => compileRules([{ id: 'a', rule: deep(20) }])).toThrow(RangeError)
  })
})

describe('the builder', () => {
  it('gives plain JSON, and leaves every step as it was', () => {
    const looks = rule.count('view_item').where('item_category', '=', 'Garden')
    const asked = rule.all(looks.within('7d').atLeast(3), rule.not(rule.sequence('2h', ['add_to_cart', rule.absent('purchase')])), rule.score('churn').lessThan(0.5))
    expect(asked).toEqual({
      all: [
        { event: 'view_item', where: [{ prop: 'item_category', op: '=', value: 'Garden' }], within: '7d', op: '>=', value: 3 },
        { not: { seq: [{ event: 'add_to_cart' }, { event: 'purchase', absent: true }], within: '2h' } },
        { score: 'churn', op: '<', value: 0.5 },
      ],
    })
    expect(looks.atLeast(1)).not.toHaveProperty('within')
    expect(checkRules(holding(asked))).toEqual([])
  })
})
