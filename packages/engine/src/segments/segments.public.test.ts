import {
  adoptWatched, checkRules, compileRules, edges, emptyProfile, foldEvents, foldPlain, freshWatched, isWatched, looksWatched, rule, ruleLimits, rulesNeeded, segmentsAt, type SegmentSpec,
  type ShopEvent,
} from '@shopside/engine'
import schema from '@shopside/engine/segments.schema.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'

const specs: SegmentSpec[] = [
  { id: 'keen', sentence: 'You are looking around', public: true, rule: rule.count('view_item').within('7d').atLeast(2) },
]
const at = Date.UTC(2011, 11, 10, 9)
const views: ShopEvent[] = [1, 2].map(n => ({ id: `${n}`, at: at + n, name: 'view_item', params: { items: [{ item_id: 'A' }] } }))

describe('segments of a shop', () => {
  it('are checked, compiled, counted by the fold, and judged at a time', () => {
    expect(checkRules(specs)).toEqual([])
    expect(specs.length).toBeLessThan(ruleLimits.segments)
    expect(schema.$defs.segment.required).toEqual(['id', 'rule'])
    const program = compileRules(specs)
    const profile = foldEvents(emptyProfile(program.watched), views)
    expect(isWatched(profile.watched)).toBe(true)
    const { memberships } = segmentsAt({ profile, now: at + 2 }, program)
    const keen = memberships.filter(({ id }) => id === 'keen')
    expect(keen).toMatchObject([{ since: at + 2, public: true, sentence: 'You are looking around' }])
    expect(edges([], keen)).toEqual({ entered: ['keen'], exited: [] })
  })

  it('go on counting where a model keeps a rule, and begin anew where it brings one', () => {
    const before = foldEvents(emptyProfile(compileRules(specs).watched), views).watched!
    const wanted = compileRules([...specs, { id: 'more', rule: rule.count('search').atLeast(1) }]).watched
    expect(adoptWatched(wanted, before, at + 5).states.map(({ from, t }) => [from, t.length])).toEqual([[0, 2], [at + 5, 0]])
    expect(looksWatched(before)).toBe(true)
    expect(() => foldPlain(emptyProfile(before), views)).toThrow(rulesNeeded)
    expect(freshWatched(before).states).toEqual([{ from: 0, t: [] }])
  })
})
