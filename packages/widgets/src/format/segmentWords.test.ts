import { describe, expect, it } from 'vitest'
import { segments } from '../messages/en/segments.ts'
import { addMessages } from '../messages/t.ts'
import { factWords, segmentWords } from './segmentWords.ts'

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
    expect(factWords({ kind: 'usual-gap', gapDays: 35 }, 'en-GB')).toBeUndefined()
  })

  it('name months and numbers', () => {
    expect(factWords({ kind: 'season', months: [10, 11, 0], days: 3, of: 4 }, 'en-GB')).toBe(
      'Because 3 of 4 orders came in November, December and January.',
    )
    expect(factWords({ kind: 'last-order', at: 0, daysAgo: 0 }, 'en-GB')).toBe('Because you ordered today.')
    expect(factWords({ kind: 'discounted', lines: 6, of: 8 }, 'en-GB')).toBe('Because 6 of 8 things you bought were reduced.')
  })
})
