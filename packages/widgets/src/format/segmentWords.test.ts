import { describe, expect, it } from 'vitest'
import { segments } from '../messages/en/segments.ts'
import { addMessages } from '../messages/t.ts'
import { reasonSentences, segmentWords, type Fact } from './segmentWords.ts'

addMessages(segments)

describe('the words of a segment', () => {
  it('are a sentence, and never its name', () => {
    expect(segmentWords('price-sensitive', [])).toBe('You often choose offers.')
    expect(segmentWords('rfm:lost', [])).toBe('Your last order was long ago.')
    expect(segmentWords('my-own', [])).toBeUndefined()
    expect(segmentWords('toString', [])).toBeUndefined()
    for (const [key, text] of Object.entries(segments)) if (key.startsWith('segment.')) expect(text).toMatch(/^(You|Your|This|The shop) /)
  })

  it('tell somebody at risk their usual gap, and nothing else', () => {
    expect(segmentWords('at-risk', [{ kind: 'usual-gap', gapDays: 35 }])).toBe('You usually order about every 5 weeks.')
    expect(segmentWords('at-risk', [])).toBeUndefined()
    expect(reasonSentences([{ kind: 'usual-gap', gapDays: 35 }], 'en-GB')).toEqual([])
  })

  it('and its reasons are read together, and neither says the other again', () => {
    const last: Fact = { kind: 'last-order', at: 0, daysAgo: 4 }
    const scores: Fact = { kind: 'scores', recency: 5, frequency: 4, money: 4 }
    const liking = (value: string): Fact => ({ kind: 'liking', attribute: 'category', value, events: 5, days: 3 })
    const read = (id: string, ...because: Fact[]): string => [segmentWords(id, because), ...reasonSentences(because, 'en-GB')].join(' ')
    expect([
      read('visitor', { kind: 'no-order' }), read('new', last), read('casual', { ...last, daysAgo: 1 }), read('active', { ...last, daysAgo: 0 }),
      read('loyal', { kind: 'purchase-days', days: 11, atLeast: 7 }, last), read('at-risk', { kind: 'usual-gap', gapDays: 35 }),
      read('lapsed', { ...last, daysAgo: 311, moreThanDays: 200 }),
      read('first-visit', { kind: 'visits', visits: 1 }), read('returning', { kind: 'visits', visits: 7 }),
      read('frequent-buyer', { kind: 'purchase-days', days: 11, atLeast: 7 }), read('high-value', { kind: 'spend', amount: 900, atLeast: 500 }),
      read('price-sensitive', { kind: 'discounted', lines: 6, of: 8 }),
      read('brand-enthusiast', { kind: 'bought-of', attribute: 'maker', value: 'Pantry', orders: 4 }),
      read('category-interest', liking('Garden'), liking('Party')), read('bulk-buyer', { kind: 'units-per-line', units: 72, atLeast: 24, orders: 3 }),
      read('gift-buyer', { kind: 'gifts', orders: 3, of: 5 }), read('seasonal-buyer', { kind: 'season', months: [10, 11, 0], days: 3, of: 4 }),
      read('comparing', { kind: 'compared', attribute: 'kind', value: 'cakestand', items: 5 }), read('rfm:champions', scores), read('rfm:lost', scores),
    ]).toEqual([
      'This browser knows of no order.',
      'You ordered here for the first time. Because your last order was 4 days ago.',
      'You order here now and then. Because your last order was yesterday.',
      'You ordered here not long ago. Because you ordered today.',
      'You keep coming back to order. Because you ordered on 11 days. The last was 4 days ago.',
      'You usually order about every 5 weeks.',
      'You have not been here for a while. Because your last order was 311 days ago.',
      'This is your first visit.',
      'You have been here before. Because this is visit 7.',
      'You buy here often. Because you ordered on 11 days.',
      'You spend more here than most. Because of what you have spent so far.',
      'You often choose offers. Because 6 of 8 things you bought were reduced.',
      'You keep buying from one maker. Because 4 orders held Pantry.',
      'You turn to some things more than most. Because you often turn to Garden and Party.',
      'You often order many at once. Because 3 orders held about 72 of each.',
      'You often buy gifts. Because 3 of 5 orders held a gift.',
      'You order at the same time each year. Because 3 of 4 orders came in November, December and January.',
      'You are looking at several of a kind. Because you looked at 5 of these: cakestand.',
      'You order often, and a lot. Because of when and how much you ordered.',
      'Your last order was long ago. Because of when and how much you ordered.',
    ])
  })
})
