import { describe, expect, it } from 'vitest'
import { openingAt, readMoment, readMove, startOffset } from './clock.ts'

describe("the shop's clock", () => {
  it('opens on Saturday 10 December 2011 at nine, whenever the first visit is', () => {
    const visit = Date.UTC(2030, 5, 1)
    expect(new Date(visit + startOffset(visit)).toISOString()).toBe('2011-12-10T09:00:00.000Z')
    expect(new Date(openingAt).getUTCDay()).toBe(6)
  })

  it.each([['1d', 86_400_000], ['-2h', -7_200_000], ['30m', 1_800_000], ['+1w', 604_800_000]])('is moved by %s', (word, ms) => {
    expect(readMove(word)).toBe(ms)
  })

  it.each(['', 'd', '1', '1y', '99999d', '1d1h', null])('is not moved by %j', word => {
    expect(readMove(word)).toBeUndefined()
  })

  it('is set to a moment, nine in the morning where only the day is given', () => {
    expect(readMoment('2011-12-12T14:30')).toBe(Date.UTC(2011, 11, 12, 14, 30))
    expect(readMoment('2011-12-12')).toBe(Date.UTC(2011, 11, 12, 9))
  })

  it.each(['', '2011', 'tomorrow', '2011-13-40', null])('is not set to %j', word => {
    expect(readMoment(word)).toBeUndefined()
  })
})
