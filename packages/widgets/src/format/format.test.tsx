import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reason } from '@shopside/engine'
import { moreStrategies } from '../messages/en/moreStrategies.ts'
import { recommendations } from '../messages/en/recommendations.ts'
import { why } from '../messages/en/why.ts'
import { addMessages } from '../messages/t.ts'
import { calendarDaysAgo, dayName, dayOfMonth, onDay } from './day.ts'
import { freshPrice } from './freshPrice.ts'
import { gap } from './gap.ts'
import { list } from './list.ts'
import { money, sumMoney } from './money.ts'
import { moreReasonWords } from './moreReasonWords.ts'
import { reasonFact } from './reasonFact.ts'
import { reasonLetters, reasonLine, type ReasonContext } from './reasonWords.tsx'
import { shorten } from './shorten.ts'
import { wordLocale } from './wordLocale.ts'

addMessages(recommendations)
addMessages(moreStrategies)
addMessages(why)
const now = new Date(2011, 11, 10, 9).getTime()
const dayMs = 86_400_000
const context: ReasonContext = { now, locale: 'en-GB', strategy: 'for-you', more: moreReasonWords }
/** What a shopper reads of pieces of markup. */
const read = (pieces: ReturnType<typeof reasonLine>): string =>
  pieces.map(
    piece => (typeof piece === 'object' && piece !== null ? (piece as { props: { children: string } }).props.children : piece),
  ).join('')

describe('money', () => {
  it('has the symbol and digits of its currency', () => {
    expect(money(12.75, 'GBP', 'en-GB')).toBe('£12.75')
    expect(money(1200, 'JPY', 'en-GB')).toBe('JP¥1,200')
    expect(money(1, 'pounds', 'en-GB')).toBeUndefined()
  })

  it('sums to the digits of the currency', () => {
    expect(sumMoney([0.1, 0.2], 'GBP', 'en-GB')).toBe(0.3)
    expect(sumMoney([1.4, 1.4], 'JPY', 'en-GB')).toBe(3)
  })

  it('is shown for seven days after it was true, and never without its day or currency', () => {
    const priced = { price: 5, currency: 'GBP', priceAt: now - 7 * dayMs }
    expect(freshPrice(priced, now, 'en-GB')).toBe('£5.00')
    expect(freshPrice({ ...priced, priceAt: now - 7 * dayMs - 1 }, now, 'en-GB')).toBeUndefined()
    expect(freshPrice({ price: 5, currency: 'GBP' }, now, 'en-GB')).toBeUndefined()
    expect(freshPrice({ price: 5, priceAt: now }, now, 'en-GB')).toBeUndefined()
  })
})

describe('days', () => {
  it('are said as people say them', () => {
    expect(dayName(now - 1, now, 'en-GB')).toBe('today')
    expect(dayName(now - dayMs, now, 'en-GB')).toBe('yesterday')
    expect(dayName(now - 6 * dayMs, now, 'en-GB')).toBe('Sunday')
    expect(dayName(now - 7 * dayMs, now, 'en-GB')).toBe('3 December')
    expect(dayName(now - 329 * dayMs, now, 'en-GB')).toBe('15 January')
    expect(dayName(now - 369 * dayMs, now, 'en-GB')).toBe('6 December 2010')
    expect(onDay(now - 2 * dayMs, now, 'en-GB')).toBe('on Thursday')
    expect(onDay(now, now, 'en-GB')).toBe('today')
  })

  it('count by the calendar, not by 24 hours', () => {
    expect(calendarDaysAgo(new Date(2011, 11, 9, 23, 59).getTime(), new Date(2011, 11, 10, 0, 1).getTime())).toBe(1)
  })

  it('keep to the language of the messages where the locale speaks another', () => {
    expect(dayOfMonth(now, 'de-DE')).toBe('10 December')
    expect(wordLocale('en-US')).toBe('en-US')
  })
})

describe('gaps and lists', () => {
  it('use the unit people say', () => {
    expect([1, 13, 35, 62, 90].map(gap)).toEqual(['day', '13 days', '5 weeks', '9 weeks', '3 months'])
    expect(list(['red', 'green', 'blue'], 'en-GB')).toBe('red, green and blue')
  })
})

describe('a shortened text', () => {
  it('never has more letters than there is room for, and begins as the whole does', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 60 }), (text, room) => {
      const short = shorten(text, room)
      expect([...short].length).toBeLessThanOrEqual(Math.max(room, 2))
      expect(text.startsWith(short.replace(/…$/, '').trimEnd())).toBe(true)
    }))
  })

  it('ends at a word where it can', () => {
    expect(shorten('Regency Cakestand Three Tier', 23)).toBe('Regency Cakestand…')
    expect(shorten('Tea Chrysanthemums', 16)).toBe('Tea…')
    expect(shorten('Donaudampfschifffahrt', 10)).toBe('Donaudamp…')
  })

  it('leaves no number and no short word hanging, unless little else would remain', () => {
    expect(shorten('Regency Cakestand 3 Tier', 23)).toBe('Regency Cakestand…')
    expect(shorten('Mirrored Wall Art of the Sea', 21)).toBe('Mirrored Wall Art…')
    expect(shorten('Set of 3 Chrysanthemums', 12)).toBe('Set of 3…')
  })
})

describe('a reason', () => {
  const reasons: fc.Arbitrary<Reason> = fc.tuple(
    fc.string({ maxLength: 90 }), fc.integer({ min: 1, max: 400 }),
  ).chain(([title, number]) =>
    fc.constantFrom<Reason>(
      { kind: 'viewed-item', itemId: 'x', title, times: number, lastAt: now - number * dayMs },
      { kind: 'wanted-more', itemId: 'x', title },
      { kind: 'in-cart', itemId: 'x', title },
      { kind: 'ordered-item', itemId: 'x', title, lastAt: now - number * dayMs },
      { kind: 'bought-with', itemId: 'x', title, oneIn: number },
      { kind: 'bought-with', itemId: 'x', title },
      { kind: 'similar-to', itemId: 'x', title, shared: 'design' },
      { kind: 'buy-again', lastAt: now - number * dayMs, times: number, lastQuantity: 1, everyDays: number },
      { kind: 'buy-again', lastAt: now - number * dayMs, times: number, lastQuantity: 1 },
      { kind: 'seen-before', lastAt: now - number * dayMs, times: number },
      { kind: 'new', category: title }, { kind: 'popular', category: title }, { kind: 'popular' },
      { kind: 'also-viewed', itemId: 'x', title }, { kind: 'bought-after-view', itemId: 'x', title },
      { kind: 'was-in-cart', lastAt: now - number * dayMs }, { kind: 'back-in-stock', lastAt: now - number * dayMs },
      { kind: 'price-drop', price: number * 1e7, before: number * 2e7, currency: title.slice(0, 3), lastAt: now },
      { kind: 'price-drop', price: number * 1e7, before: number * 2e7, currency: 'JPY', lastAt: now },
      { kind: 'free-shipping', gap: number, currency: 'GBP' }, { kind: 'in-season', month: number % 12, lift: 1.5 },
      { kind: 'in-season', month: number % 12, lift: 8 }, { kind: 'trending' }, { kind: 'hand-picked' },
    ))

  it('has at most 45 letters whatever the title, and always its whole fact', () => {
    fc.assert(fc.property(reasons, fc.constantFrom('for-you', 'bought-together'), (reason, strategy) => {
      const line = read(reasonLine(reason, { ...context, strategy }))
      expect([...line].length).toBeLessThanOrEqual(reasonLetters)
      expect(line).not.toMatch(/\{(title|day|count|gap|category|price|before|month)\}|reason\.|undefined|NaN/)
      expect(read(reasonFact(reason, context))).not.toMatch(/fact\.|undefined|NaN/)
    }))
  })

  it.each<[Reason, string]>([
    [
      { kind: 'viewed-item', itemId: 'x', title: 'Pantry Cake Tins', times: 3, lastAt: now },
      'Because you looked at Pantry Cake Tins',
    ],
    [{ kind: 'in-cart', itemId: 'x', title: 'Jam Making Set' }, 'Goes with Jam Making Set in your basket'],
    [{ kind: 'buy-again', lastAt: now, times: 4, lastQuantity: 72, everyDays: 35 }, 'You buy this about every 5 weeks'],
    [{ kind: 'new', category: 'Pantry' }, 'New, and in Pantry'],
    [{ kind: 'popular' }, 'Popular this month'],
    [{ kind: 'bought-with', itemId: 'x', title: 'Jam Making Set', oneIn: 6 }, 'Often bought with Jam Making Set'],
  ])('%o reads as a sentence', (reason, words) => {
    expect(read(reasonLine(reason, context))).toBe(words)
  })

  it.each<[Reason, string]>([
    [
      { kind: 'price-drop', price: 8.5, before: 10, currency: 'GBP', lastAt: now },
      'Cheaper than when you looked: £8.50, was £10.00',
    ],
    [{ kind: 'price-drop', price: 8.5, before: 10, currency: 'pounds', lastAt: now }, 'Cheaper than when you looked'],
    [{ kind: 'was-in-cart', lastAt: now - 2 * dayMs }, 'You put this in your basket on Thursday'],
    [{ kind: 'back-in-stock', lastAt: now - dayMs }, 'Sold out when you looked yesterday, back now'],
    [{ kind: 'free-shipping', gap: 4.2, currency: 'GBP' }, 'Your basket is £4.20 short of free delivery'],
    [{ kind: 'in-season', month: 11, lift: 1.5 }, 'Bought more in December'],
  ])('%o reads at full length as a sentence', (reason, words) => {
    expect(read(reasonFact(reason, context))).toBe(words)
  })

  it('says "this" of the page’s item only in a bought-together row', () => {
    const reason: Reason = { kind: 'bought-with', itemId: 'x', title: 'Jam Making Set', oneIn: 6 }
    expect(read(reasonLine(reason, { ...context, strategy: 'bought-together' }))).toBe('Bought with this by 1 in 6')
  })
})
