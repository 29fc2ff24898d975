import { describe, expect, it } from 'vitest'
import { aboutMoney } from './aboutMoney.ts'

describe('aboutMoney', () => {
  it('says two leading digits, and pence only below a pound', () => {
    expect([1695.16, 12.75, 1.04, 0.451, 0].map(amount => aboutMoney(amount, 'GBP', 'en-GB')))
      .toEqual(['£1,700', '£13', '£1', '£0.45', '£0.00'])
  })

  it('has no word for a code that is no currency', () => {
    expect(aboutMoney(12, 'pounds', 'en-GB')).toBeUndefined()
  })
})
