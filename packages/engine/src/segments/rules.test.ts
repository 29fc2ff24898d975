import { describe, expect, it } from 'vitest'
import type { ShopEvent } from '../event.ts'
import { emptyProfile } from '../profile/emptyProfile.ts'
import type { Profile } from '../profile/profile.ts'
import { foldCounting as foldEvents } from './foldCounting.ts'
import { day, happening, hour, minute, morning, things } from '../profile/testing/happening.ts'
import { seeded } from '../testing/seeded.ts'
import { compileRules } from './compileRules.ts'
import { edges } from './edges.ts'
import type { Rule } from './rule.ts'
import { rule } from './ruleBuilder.ts'
import { segmentsAt } from './segmentsAt.ts'
import type { Membership } from './segment.ts'
import type { SegmentInput } from './segmentInput.ts'
import { anyLog, anyMoment } from './testing/anyLog.ts'
import { foldInPieces } from './testing/checkOnce.ts'
import { countedIn, naiveSince } from './testing/naiveSegments.ts'
import { naiveEvents, naiveSequence } from './testing/naiveLeaf.ts'
import { anySegments } from './testing/anyRule.ts'
import { maxValues } from './watched.ts'

const view = (at: number, ...ids: string[]): ShopEvent => happening(at, 'view_item', { items: things(...ids) })
const order = (at: number, id: string, more: object = {}): ShopEvent =>
  happening(at, 'purchase', { transaction_id: id, value: 10, currency: 'GBP', items: things('x'), ...more })

/** The membership `it` of one rule over these events, or undefined; and when that may change. */
function judge(asked: Rule, events: ShopEvent[], now: number, more: Partial<SegmentInput> = {}): { it?: Membership; flipsAt?: number } {
  const program = compileRules([{ id: 'it', rule: asked }])
  const profile = foldEvents(emptyProfile(program.watched), events)
  const { memberships, flipsAt } = segmentsAt({ profile, now, ...more }, program)
  const found = memberships.find(({ id }) => id === 'it')
  return { ...(found && { it: found }), ...(flipsAt !== undefined && { flipsAt }) }
}

describe('a rule over events', () => {
  const threeViews = rule.count('view_item').within('7d').atLeast(3)
  const views = [view(morning, 'a'), view(morning + hour, 'b'), view(morning + 2 * hour, 'a')]

  it('holds from the event that fills it to the moment at which the first leaves the window, and says so before', () => {
    const { it: found, flipsAt } = judge(threeViews, views, morning + day)
    expect(found).toEqual({
      id: 'it', since: morning + 2 * hour,
      because: [{ kind: 'events', event: 'view_item', agg: 'count', within: '7d', op: '>=', value: 3, than: 3, holds: true }],
    })
    // A preset may change before.
    expect(flipsAt).toBeLessThanOrEqual(morning + 7 * day)
    expect(judge(threeViews, views, morning + 7 * day - 1).it).toBeDefined()
    expect(judge(threeViews, views, morning + 7 * day).it).toBeUndefined()
  })

  it('counts an order once, and never one that was concluded', () => {
    const orders = rule.count('purchase').atLeast(2)
    expect(judge(orders, [order(morning, '1'), order(morning + hour, '1'), order(morning + day, '2', { inferred: true })], morning + day).it).toBeUndefined()
    expect(judge(orders, [order(morning, '1'), order(morning + day, '2')], morning + day).it).toBeDefined()
  })

  it('takes tests of items of the same item, and sums what each of them gives', () => {
    const cart = happening(morning, 'add_to_cart', {
      items: [{ item_id: 'a', price: 5, quantity: 3, item_category: 'Garden' }, { item_id: 'b', price: 50, item_category: 'Kitchen' }],
    })
    const spent = rule.sum('add_to_cart', 'item_revenue').where('item_category', '=', 'Garden')
    expect(judge(spent.equals(15), [cart], morning).it).toBeDefined()
    expect(judge(rule.count('add_to_cart').where('item_category', '=', 'Garden').where('price', '>', 9).atLeast(1), [cart], morning).it).toBeUndefined()
  })

  it('counts calendar days of the store, also over a change of its clocks', () => {
    const program = compileRules([{ id: 'it', rule: rule.count('view_item').within('2cd').atLeast(1) }], { timeZone: 'Europe/London' })
    // 28 March 2026, 23:30: the day before the clocks go forward.
    const at = Date.UTC(2026, 2, 28, 23, 30)
    const profile = foldEvents(emptyProfile(program.watched), [view(at, 'a')])
    const holdsAt = (now: number): boolean => segmentsAt({ profile, now }, program).memberships.some(({ id }) => id === 'it')
    expect([holdsAt(Date.UTC(2026, 2, 29, 22, 59)), holdsAt(Date.UTC(2026, 2, 29, 23, 0))]).toEqual([true, false])
  })

  it('compares as false what is missing, by every op but missing', () => {
    const value = rule.last('search', 'search_term')
    for (const asked of [value.equals('x'), value.isNot('x'), value.isNoneOf('x'), value.contains('x'), value.exists()]) {
      expect(judge(asked, views, morning + day).it).toBeUndefined()
    }
    expect(judge(value.isMissing(), views, morning + day).it).toBeDefined()
  })

  it('keeps the newest five hundred values of a window, those of one moment together', () => {
    const many = Array.from({ length: maxValues + 50 }, (_, n) => view(morning + Math.floor(n / 2), n < 100 ? 'old' : `new ${n % 2}`))
    const program = compileRules([{ id: 'it', rule: rule.top('view_item', 'item_id').equals('new 0') }])
    const state = (events: ShopEvent[]) => foldEvents(emptyProfile(program.watched), events).watched!.states[0]!
    expect(state(many).t).toHaveLength(maxValues)
    // In whatever order they become known.
    const shuffled = [...many.slice(300), ...many.slice(0, 300)]
    expect([...state(shuffled).v!].sort()).toEqual([...state(many).v!].sort())
    expect(state(shuffled).floor).toBe(state(many).floor)
  })
})

describe('a sequence', () => {
  const left = rule.sequence('2h', ['add_to_cart', rule.absent('purchase')], { same: 'item_id', recent: '1d' })
  const add = happening(morning, 'add_to_cart', { items: things('x') })

  it('waits for the step that must stay away, and then holds for as long as it is recent', () => {
    expect(judge(left, [add], morning + 2 * hour - 1).it).toBeUndefined()
    expect(judge(left, [add], morning + 2 * hour).it).toMatchObject({
      since: morning + 2 * hour, because: [{ kind: 'sequence', steps: ['add_to_cart', '!purchase'], within: '2h', holds: true }],
    })
    expect(judge(left, [add], morning + day + 2 * hour).it).toBeUndefined()
  })

  it('takes steps that are just as far apart as they may be, and no farther', () => {
    const asked = rule.sequence('2h', ['view_item', 'add_to_cart'])
    expect(judge(asked, [view(morning - 2 * hour, 'x'), add], morning).it).toBeDefined()
    expect(judge(asked, [view(morning - 2 * hour - 1, 'x'), add], morning).it).toBeUndefined()
  })

  it('is over when that step comes, at the last moment too, for the same item alone', () => {
    expect(judge(left, [add, order(morning + 2 * hour, '1')], morning + 3 * hour).it).toBeUndefined()
    expect(judge(left, [add, order(morning + hour, '1', { items: things('y') })], morning + 3 * hour).it).toBeDefined()
  })

  it('still stands on the one before when another begins at its last moment, and it is over in that very moment', () => {
    const put = (at: number, id: string): ShopEvent => happening(at, 'add_to_cart', { items: things(id) })
    const events = [put(morning, 'y'), put(morning + 4 * hour, 'x'), put(morning + 6 * hour, 'z'), order(morning + 6 * hour, '1')]
    expect(judge(left, events, morning + 7 * hour).it).toBeDefined()
  })
})

describe('a rule over what is known now', () => {
  const dates = rule.fact('orders.last', 'olderThan', '30d')

  it('ends, or begins, on time', () => {
    const { it: none, flipsAt } = judge(dates, [order(morning, '1')], morning + 30 * day - 1)
    expect([none, flipsAt]).toEqual([undefined, morning + 30 * day])
    expect(judge(dates, [order(morning, '1')], morning + 30 * day).it).toMatchObject({ since: morning + 30 * day })
  })

  it('reads the page, what the shop said of it, and this visit\'s campaign', () => {
    const page = { type: 'product', context: { weather: 'rain' }, consent: { personalize: 'granted' } }
    expect(judge(rule.fact('context.weather', '=', 'rain'), [], morning, { page }).it).toBeDefined()
    expect(judge(rule.fact('context.constructor', 'exists'), [], morning, { page }).it).toBeUndefined()
    const mail = rule.fact('campaign.source', '=', 'mail')
    const visit = [happening(morning, 'page_view', { source: 'mail' }), view(morning + minute, 'a')]
    expect(judge(mail, visit, morning + 30 * minute).it).toBeDefined()
    expect(judge(mail, visit, morning + 31 * minute).it).toBeUndefined()
    expect(judge(mail, [...visit, view(morning + day, 'a')], morning + day).it).toBeUndefined()
  })

  it('asks for other segments, presets too, and not for one that the shopper struck out', () => {
    const program = compileRules([{ id: 'b', rule: rule.segment('a') }, { id: 'a', rule: rule.segment('first-visit') }])
    const ids = (...events: ShopEvent[]): string[] =>
      segmentsAt({ profile: foldEvents(emptyProfile(program.watched), events), now: morning }, program).memberships.map(({ id }) => id)
    expect(ids(view(morning, 'x'))).toEqual(expect.arrayContaining(['a', 'b']))
    const struck = ids(view(morning, 'x'), happening(morning, 'forget', { guess: 'segment:a' }))
    expect(struck).not.toContain('a')
    expect(struck).not.toContain('b')
  })
})

describe('a rule over visits', () => {
  const half = 30 * 60_000
  const count = (events: ShopEvent[], now: number): number[] =>
    [0, 1, 2, 3].filter(value => judge(rule.fact('visits.count', '=', value), events, now).it !== undefined)

  it('counts the one that somebody looks in, as `returning` does', () => {
    const once = [view(morning, 'a')]
    expect([count([], morning), count(once, morning + half - 1), count(once, morning + half)]).toEqual([[1], [1], [2]])
    expect(judge(rule.fact('visits.count', '=', 1), once, morning).flipsAt).toBe(morning + half)
    expect(judge(rule.fact('visits.count', '=', 2), once, morning + day).it?.since).toBe(morning + half)
  })

  it('takes for the last one the one before it', () => {
    const last = (now: number): unknown => judge(rule.fact('visits.last', 'olderThan', '7d'), [view(morning, 'a')], now).it
    expect([last(morning + half), last(morning + 6 * day)]).toEqual([undefined, undefined])
    expect(last(morning + 8 * day)).toBeDefined()
  })
})

describe('since when', () => {
  it('what was never otherwise holds: since the shopper is known', () => {
    for (const asked of [rule.fact('cart.lines', '=', 0), { all: [] }, { not: { any: [] } }] satisfies Rule[]) {
      expect(judge(asked, [view(morning, 'a')], morning + day).it?.since).toBe(morning)
      expect(judge(asked, [], morning).it?.since).toBe(morning)
    }
  })

  it('a leaf has been as it is, it says as somebody would who followed the log moment by moment', () => {
    let followed = 0
    for (let seed = 1; followed < 60; seed++) {
      const random = seeded(seed)
      const [spec] = anySegments(random, 1)
      if (!spec || !('event' in spec.rule || 'seq' in spec.rule)) continue
      followed++
      const log = anyLog(random, 12)
      const now = anyMoment(random, log)
      const program = compileRules([spec])
      const profile = foldInPieces(random, program, log)
      const found = segmentsAt({ profile, now }, program).memberships.find(({ id }) => id === spec.id)
      const isCounted = countedIn(log)
      const leaf = 'event' in spec.rule ? naiveEvents(spec.rule, 'UTC', isCounted) : naiveSequence(spec.rule, isCounted)
      const since = Math.max(naiveSince(leaf, log, now), log[0]!.at)
      expect(found?.since, `seed ${seed}: ${JSON.stringify(spec.rule)}`).toBe(leaf.holdsAt(log, now) ? since : undefined)
    }
  })
})

describe('folds that go on from one profile', () => {
  it('each say what a fold of the whole log says, whichever came first', () => {
    const program = compileRules([{ id: 'it', rule: { event: 'view_item', agg: 'top', prop: 'item_id', within: '14d', op: '=', value: 'a' } }])
    const step = (profile: Profile, event: ShopEvent): Profile => foldEvents(profile, [event])
    const before = [view(morning, 'b'), view(morning + hour, 'b'), view(morning + 2 * hour, 'a')]
    const known = before.reduce(step, emptyProfile(program.watched))
    // In the first fork one view leaves the window and one comes in; of the second it is still a part.
    const forks = [view(morning + 14 * day, 'a'), view(morning + 3 * hour, 'c')]
    const holds = forks.map(event => step(known, event)).map(profile =>
      segmentsAt({ profile, now: profile.lastAt! }, program).memberships.some(({ id }) => id === 'it'))
    expect(holds).toEqual([true, false])
    expect(step(known, forks[1]!).watched).toEqual(foldEvents(emptyProfile(program.watched), [...before, forks[1]!]).watched)
  })
})

describe('edges', () => {
  it('tell what was entered and what was left, once', () => {
    const [a, b, c] = ['a', 'b', 'c'].map(id => ({ id })) as [{ id: string }, { id: string }, { id: string }]
    expect(edges([a, b], [b, c, c])).toEqual({ entered: ['c'], exited: ['a'] })
    expect(edges([b, c], [b, c])).toEqual({ entered: [], exited: [] })
  })
})

describe('a record that somebody has spoilt', () => {
  it('is let be by the fold, and no rule of it holds', () => {
    const program = compileRules([{ id: 'it', rule: rule.count('view_item').atLeast(1) }])
    for (const spoilt of [{ specs: [{}] }, { specs: 'x' }, { states: [{ from: 0, t: ['x'] }] }, { states: [null] }]) {
      const profile = foldEvents({ ...emptyProfile(), watched: { ...program.watched, ...spoilt } as never }, [view(morning, 'a')])
      expect(profile.items['a']?.views).toBe(1)
      expect(segmentsAt({ profile, now: morning }, program).memberships.map(({ id }) => id)).not.toContain('it')
    }
  })
})
