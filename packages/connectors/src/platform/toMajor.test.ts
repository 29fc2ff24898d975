import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toMajor } from './toMajor.ts'

describe('toMajor', () => {
  it('turns whole minor units into the amount that is written with that many digits', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 6 }), (minor, digits) => {
      const major = toMajor(minor, digits)
      expect(toMajor(String(minor), digits)).toBe(major)
      expect(major?.toFixed(digits).replace('.', '').replace(/^0+(?=\d)/, '')).toBe(String(minor))
    }))
  })

  it('is silent about everything that is not so', () => {
    fc.assert(fc.property(fc.anything(), fc.anything(), (minor, digits) => {
      const major = toMajor(minor, digits)
      expect(major === undefined || (Number.isFinite(major) && major >= 0)).toBe(true)
    }))
    for (const minor of ['18.00', '1,800', '', '-5', -5, 1.5, '1e3', '٣', null, true, Number.NaN]) {
      expect(toMajor(minor, 2)).toBeUndefined()
    }
    for (const digits of [undefined, null, '2', -1, 7, 1.5]) expect(toMajor('1800', digits)).toBeUndefined()
  })
})
