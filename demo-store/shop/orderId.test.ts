import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOrderId, scenarios, toOrderId, toScenario } from './orderId.ts'

describe('order numbers', () => {
  it('say again when they were placed, to the minute, and which parcels they get', () => {
    fc.assert(fc.property(
      fc.date({ min: new Date('2011-01-01T00:00Z'), max: new Date('2060-01-01T00:00Z'), noInvalidDate: true }),
      fc.integer({ min: 1, max: scenarios }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (date, scenario, random) => {
        const placedAt = Math.floor(date.getTime() / 60_000) * 60_000
        expect(readOrderId(toOrderId({ placedAt, scenario }, random))).toEqual({ placedAt, scenario })
      },
    ))
  })

  it('differ for two orders of one minute', () => {
    const facts = { placedAt: Date.UTC(2011, 11, 10, 9), scenario: 1 }
    expect(toOrderId(facts, 0.1)).not.toBe(toOrderId(facts, 0.2))
  })

  it.each(['', 'TT-', 'TT-1-0AAA', 'TT-1-7AAA', 'tt-1-1aaa', 'TT-1-1AAA/..', '<b>'])('refuse %j', id => {
    expect(readOrderId(id)).toBeUndefined()
  })

  it('take their parcels from the number of lines', () => {
    expect([0, 1, 2, 6, 40].map(toScenario)).toEqual([1, 1, 2, 6, 6])
  })
})
