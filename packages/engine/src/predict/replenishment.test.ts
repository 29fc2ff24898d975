import { describe, expect, it } from 'vitest'
import { buysAgain } from './buysAgain.ts'
import { decay } from './decay.ts'
import { dueFactor } from './dueFactor.ts'
import { expectedGap } from './expectedGap.ts'
import { ownGaps } from './ownGaps.ts'

const day = 86_400_000

describe('ownGaps', () => {
  it('gives the days between purchases and takes an order in parts for one', () => {
    expect(ownGaps([0, 28 * day, 28 * day + 1000, 59 * day])).toEqual([28, 31])
    expect(ownGaps([5])).toEqual([])
  })
})

describe('expectedGap', () => {
  it('is the median of a lognormal over the own gaps: 30.3188 days for seven gaps about a month', () => {
    expect(expectedGap([28, 31, 30, 27, 35, 29, 33], undefined)).toBeCloseTo(30.3188, 4)
  })

  it('leans on the store as on three gaps of one\'s own', () => {
    expect(expectedGap([], { gapDays: 60, againShare: 0.5 })).toBeCloseTo(60)
    expect(expectedGap([30, 30, 30], { gapDays: 60, againShare: 0.5 })).toBeCloseTo(Math.sqrt(30 * 60))
    expect(expectedGap([], undefined)).toBeNaN()
  })
})

describe('buysAgain', () => {
  it('takes one customer in eight, or two days of one\'s own', () => {
    expect(buysAgain([], { gapDays: 30, againShare: 1 / 8 })).toBe(true)
    expect(buysAgain([], { gapDays: 30, againShare: 0 })).toBe(false)
    expect(buysAgain([12], undefined)).toBe(true)
    expect(buysAgain([], undefined)).toBe(false)
  })
})

describe('dueFactor', () => {
  it('rises to 1 at the gap, holds until twice the gap, then fades to 0.7', () => {
    expect([0, 15, 30, 60, 75, 300].map(days => dueFactor(days, 30))).toEqual([0.7, 0.85, 1, 1, 0.8, 0.7])
  })
})

describe('decay', () => {
  it('halves by the half-life and takes a clock that went back for now', () => {
    expect([decay(0, 30), decay(30 * day, 30), decay(60 * day, 30), decay(-day, 30)]).toEqual([1, 0.5, 0.25, 1])
  })
})
