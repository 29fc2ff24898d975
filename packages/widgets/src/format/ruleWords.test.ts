import type { RuleFact } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import { rules } from '../messages/en/rules.ts'
import { segments } from '../messages/en/segments.ts'
import { addMessages } from '../messages/t.ts'
import type { RuleContext } from './ruleContext.ts'
import { ruleWords } from './ruleWords.ts'

addMessages({ ...segments, ...rules })
/** Where nothing better is sure to be true. */
const [did, didNot] = ['Because of what you did here.', 'Because of what you did not do here.']

const now = Date.UTC(2011, 11, 10, 9)
const context: RuleContext = {
  now, locale: 'en-GB', currency: 'GBP', sentenceOf: id => (id === 'loyal' ? 'You keep coming back to order.' : undefined),
}
const said = (fact: RuleFact, more: Partial<RuleContext> = {}): string | undefined => ruleWords(fact, { ...context, ...more })

type Events = RuleFact & { kind: 'events' }
const looks: Events = { kind: 'events', event: 'view_item', agg: 'count', within: '7d', op: '>=', value: 3, than: 3, holds: true }
const garden = [{ prop: 'item_category', op: '=' as const, value: 'Garden' }]

describe('a count of events', () => {
  it('is said with its window, and with what it was narrowed down to', () => {
    expect(said(looks)).toBe('You looked at things 3 times in the last 7 days.')
    expect(said({ ...looks, within: '1d', value: 1 })).toBe('You looked at things once in the last day.')
    expect(said({ ...looks, within: '14cd', where: garden })).toBe('You looked at things 3 times in the last 14 days: Garden.')
    const { within, ...ever } = looks
    expect(said({ ...ever, event: 'purchase', between: ['90d', '4w'] })).toBe('You ordered 3 times between 90 days and 4 weeks ago.')
    expect(said({ ...ever, event: 'purchase' })).toBe('You ordered 3 times as far as is remembered.')
    expect(said({ ...looks, where: [{ prop: 'item_category', op: 'in', value: ['Garden', 'Party'] }] }))
      .toBe('You looked at things 3 times in the last 7 days: Garden and Party.')
  })

  it('is the least where more was not counted, or where a test is left unsaid', () => {
    expect(said({ ...looks, value: 4 })).toBe('You looked at things at least 4 times in the last 7 days.')
    expect(said({ ...looks, where: [{ prop: 'price', op: '>', value: 10 }] })).toBe('You looked at things at least 3 times in the last 7 days.')
    expect(said({ ...looks, where: [{ prop: 'item_category', op: '!=', value: 'Garden' }] }))
      .toBe('You looked at things at least 3 times in the last 7 days.')
  })

  it('of none is only said where nothing was left unsaid', () => {
    const none: Events = { ...looks, event: 'purchase', op: '>=', value: 0, than: 1, holds: false }
    expect(said(none)).toBe('You have not ordered in the last 7 days.')
    expect(said({ ...none, where: garden })).toBe('You have not ordered in the last 7 days: Garden.')
    expect(said({ ...none, where: [{ prop: 'item_category', op: '=' }] })).toBe(didNot)
  })

  it('never names an event of the shop\'s own', () => {
    expect(said({ ...looks, event: 'vip_quiz_failed' })).toBe(did)
    expect(said({ ...looks, event: 'constructor' })).toBe(did)
  })
})

describe('another figure of events', () => {
  it('is said as what it is', () => {
    const of = (more: Partial<Events>): string | undefined => said({ ...looks, within: '30d', ...more })
    expect(of({ agg: 'distinct', prop: 'item_id' })).toBe('You looked at 3 things in the last 30 days.')
    expect(of({ agg: 'distinct', prop: 'item_id', value: 4 })).toBe('You looked at 4 or more things in the last 30 days.')
    expect(of({ event: 'purchase', agg: 'sum', prop: 'item_revenue', value: 120.5, than: 100 })).toBe('You ordered in the last 30 days: £120.50.')
    expect(of({ event: 'purchase', agg: 'sum', prop: 'quantity', value: 1440, than: 100, where: garden })).toBe('You ordered in the last 30 days: 1,440 pieces (Garden).')
    expect(of({ agg: 'avg', prop: 'price', value: 4, than: 5 })).toBe('You looked at things in the last 30 days: £4.00 on average.')
    expect(of({ agg: 'top', prop: 'item_category', value: 'Garden', than: 'Garden', op: '=' })).toBe('You looked at things in the last 30 days: most often Garden.')
    expect(of({ event: 'search', agg: 'last', prop: 'search_term', value: 'cake tins', op: 'exists' })).toBe('You searched in the last 30 days: last cake tins.')
  })

  it('is not said of what no shopper has seen, or without a currency', () => {
    expect(said({ ...looks, agg: 'last', prop: 'item_id', value: 'SKU-9', op: 'exists' })).toBe(did)
    expect(said({ ...looks, agg: 'last', prop: 'item_category', op: 'exists' })).toBe(did)
    expect(said({ ...looks, agg: 'sum', prop: 'value', value: 12 }, { currency: undefined })).toBe(did)
    expect(said({ ...looks, agg: 'sum', prop: 'margin', value: 12 })).toBe(did)
    expect(said({ ...looks, agg: 'distinct', prop: 'price', value: 3 })).toBe(did)
  })
})

describe('a sequence', () => {
  const left: RuleFact = { kind: 'sequence', steps: ['add_to_cart', '!purchase'], within: '2h', holds: true }
  it('is told in its order once it has come about', () => {
    expect(said(left)).toBe('You put things in the basket, and have not ordered within 2 hours.')
    expect(said({ ...left, steps: ['search', 'view_item', 'add_to_cart'], within: '1h' }))
      .toBe('You searched, then looked at things, then put things in the basket within 1 hour.')
    expect(said({ ...left, holds: false })).toBe(didNot)
    expect(said({ ...left, steps: ['view_item', 'view_item'] })).toBe(did)
  })
})

describe('what is known now', () => {
  const now = (fact: string, value?: string | number, more: object = {}): string | undefined =>
    said({ kind: 'fact', fact, op: 'exists', holds: true, ...(value !== undefined && { value }), ...more })
  it('is said by its numbers and days', () => {
    expect(now('orders.count', 12)).toBe('You ordered 12 times.')
    expect(now('orders.count', 0)).toBe('This browser knows of no order.')
    expect(now('orders.value', 30)).toBe('You ordered for £30.00 so far.')
    expect(now('orders.last', Date.UTC(2011, 10, 18, 12))).toBe('Your last order was on 18 November.')
    expect(now('visits.count', 3)).toBe('This is visit 3.')
    expect(now('cart.value', 41)).toBe('Your basket comes to £41.00.')
    expect(now('cart.lines', 0)).toBe('Your basket is empty.')
    expect(now('page.category', 'Garden')).toBe('This page is about Garden.')
    expect(now('referrer.host', 'example.com')).toBe('You came here from example.com.')
    expect(now('time.weekday', 3)).toBe('Because of the day of the week.')
  })

  it('is a liking only where it is known which', () => {
    expect(now('affinity.category', 2, { op: 'hasAny', than: ['Garden'] })).toBe('You often turn to Garden.')
    expect(now('affinity.category', 2, { op: 'hasAll', than: ['Garden', 'Party'] })).toBe('You often turn to Garden and Party.')
    expect(now('affinity.category', 2, { op: 'hasAny', than: ['Garden', 'Party'] })).toBe('Because of what you turn to.')
    expect(now('affinity.category', 2, { op: 'hasAny', than: ['Garden'], holds: false })).toBe('Because of what you turn to.')
  })

  it('is no label: a tier, a stage, a group, a campaign, a prediction', () => {
    const labels = [
      now('tier.Garden', 'budget'), now('stage', 'at-risk'), now('rfm', 'cannot-lose'), now('campaign.name', 'winback-lost'), now('context.tag', 'vip'),
      said({ kind: 'score', score: 'churn', op: '>', value: 0.93, than: 0.9, holds: true }),
    ]
    expect(labels).toEqual([
      'Because of the prices you choose: Garden.', 'Because of what you have ordered.', 'Because of what you have ordered.', 'Because of the link that brought you here.',
      'Because of what the page knows just now.', 'Because of how long ago you ordered.',
    ])
  })

  it('is the sentence of a segment that it stands on', () => {
    expect(said({ kind: 'segment', id: 'loyal', holds: true })).toBe('You keep coming back to order.')
    expect(said({ kind: 'segment', id: 'loyal', holds: false })).toBeUndefined()
    expect(said({ kind: 'segment', id: 'at-risk', holds: true })).toBeUndefined()
  })
})
