import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerOf, decodeConsent, encodeConsent, toBase36, type StoredConsent } from './storedConsent.ts'

const time = fc.integer({ min: -8_640_000_000, max: 4_102_444_800_000 })
const letters = (
  text: string, maxLength: number, minLength = 0,
) => fc.string({ unit: fc.constantFrom(...text), minLength, maxLength })
const given = fc.tuple(fc.constantFrom('g', 'd', 'u'), letters('abcdefghijklmnop-', 20, 1), fc.option(time))
  .map(([letter, source, at]) => `${letter},${source},${at === null ? '' : toBase36(at)}`)
const record: fc.Arbitrary<StoredConsent> = fc.record({
  erasing: fc.boolean(), epoch: letters('0123456789abcdefghijklmnopqrstuvwxyz', 10), version: letters('0123456789abcXYZ._-', 20),
  pausedUntil: fc.oneof(fc.constant(0), time.filter(at => at > 0)), given: fc.tuple(given, given, given),
})

describe('the stored consent', () => {
  it('reads back what was written, in at most 300 bytes', () => {
    fc.assert(fc.property(record, value => {
      const text = encodeConsent(value)
      expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(300)
      expect(decodeConsent(text)).toEqual(value)
    }))
  })

  it('takes any other text for no answer, also one letter off', () => {
    fc.assert(fc.property(record, fc.nat(), fc.constantFrom('', '|', ',', '!', '{', '\n', 'ü'), (value, place, letter) => {
      const text = encodeConsent(value)
      const at = place % (text.length + 1)
      const other = text.slice(0, at) + letter + text.slice(at + 1)
      const read = decodeConsent(other)
      if (read === undefined) return
      expect(encodeConsent(read).length).toBeLessThanOrEqual(300)
      expect(read.given.map(answerOf)).toHaveLength(3)
    }))
    fc.assert(fc.property(fc.string(), text => { expect(decodeConsent(text)).toBeUndefined() }))
  })
})
