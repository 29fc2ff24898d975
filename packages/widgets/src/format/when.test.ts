import { describe, expect, it } from 'vitest'
import { orderShown } from '../messages/en/orderShown.ts'
import { addMessages } from '../messages/t.ts'
import { windowWords } from './whenWords.ts'
import { daysUntil, foreignZone, ownOffset, readZonedTime } from './zonedTime.ts'

addMessages(orderShown)
const now = new Date(2011, 11, 10, 9).getTime()
/** The offset of the machine that runs the test, as ISO writes it. */
const own = ((minutes: number) => `${minutes < 0 ? '-' : '+'}${String(Math.abs(minutes) / 60 | 0).padStart(2, '0')}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`)(ownOffset(now))

describe('a window in words', () => {
  it.each([
    [{ from: `2011-12-15T14:00:00${own}`, to: `2011-12-15T16:00:00${own}` }, 'Thursday, 2–4 pm'],
    [{ from: `2011-12-10T14:30:00${own}`, to: `2011-12-10T16:00:00${own}` }, 'today, 2:30–4:00 pm'],
    [{ from: '2011-12-11', to: '2011-12-11' }, 'tomorrow'],
    [{ from: '2011-12-15', to: '2011-12-17' }, 'Thursday to 17 December'],
    [{ to: '2011-12-15' }, 'by Thursday'],
    [{ from: `2011-12-15T08:00:00${own}`, to: `2011-12-15T20:00:00${own}` }, 'Thursday'],
  ])('%o', (window, words) => {
    expect(windowWords(window, now, 'en-GB')?.replace(/[\u2009\u202f]/g, ' ').replace(' – ', '–')).toBe(words)
  })

  it('is undefined when neither end can be read', () => {
    expect(windowWords({ from: 'soon', to: '2011-13-45' }, now, 'en-GB')).toBeUndefined()
  })
})

describe('a time with its zone', () => {
  it('keeps the day of its own clock, and says the zone where that is not the shopper’s', () => {
    const late = readZonedTime('2011-12-15T23:30:00+14:00')!
    expect(windowWords({ from: '2011-12-15T23:30:00+14:00' }, now, 'en-GB')).toContain('Thursday')
    expect(foreignZone(late)).toBe(ownOffset(late.at) === 840 ? undefined : 'UTC+14')
    expect(foreignZone(readZonedTime('2011-12-15T23:30:00-03:30')!)).toBe('UTC−3:30')
  })

  it('never moves a date without a time by a zone', () => {
    expect(daysUntil(readZonedTime('2011-12-10')!, new Date(2011, 11, 10, 0, 5).getTime())).toBe(0)
    expect(daysUntil(readZonedTime('2011-12-10')!, new Date(2011, 11, 10, 23, 55).getTime())).toBe(0)
  })

  it.each(['', 'soon', '12/10/2011', 5, null, '2011-99-99'])('refuses %o', text => {
    expect(readZonedTime(text)).toBeUndefined()
  })
})
