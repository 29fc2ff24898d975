import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeModel } from './encodeModel.ts'
import { ModelError } from './modelError.ts'
import { openHead } from './openHead.ts'
import { encodeRow, openRow } from './pageRow.ts'
import { sampleParts } from './testing/sampleParts.ts'

const head = openHead(encodeModel(sampleParts(50)))
const row = fc.tuple(
  fc.nat(49), fc.uniqueArray(
    fc.tuple(fc.nat(49), fc.double({ min: 0.04, max: 1, noNaN: true })), { selector: ([index]) => index, maxLength: 40 },
  ),
).map(([number, edges]) => ({ number, neighbours: edges.filter(([index]) => index !== number).map(([index, weight]) => ({ index, weight })) }))

describe('row of a page', () => {
  it('comes back with its neighbours, and weights within half a level', () => {
    fc.assert(fc.property(row, written => {
      const read = openRow(encodeRow(written, head), head)
      expect(read.index).toBe(written.number)
      const weights = new Map(written.neighbours.map(({ index, weight }) => [index, weight]))
      expect(new Set(read.neighbours.map(({ index }) => index))).toEqual(new Set(weights.keys()))
      for (const { index, weight } of read.neighbours) expect(Math.abs(Math.log(weight / weights.get(index)!))).toBeLessThan(0.3)
    }), { numRuns: 60 })
  })

  it('takes about 35 bytes for twenty neighbours', () => {
    const neighbours = Array.from({ length: 20 }, (_, place) => ({ index: 5 + place * 2, weight: 1 / (1 + place) }))
    expect(encodeRow({ number: 4, neighbours }, head).length * 6 / 8).toBeLessThan(36)
  })

  it('is refused by name when it is of another build', () => {
    const other = openHead(encodeModel(sampleParts(51)))
    expect(() => openRow(encodeRow({ number: 0, neighbours: [] }, other), head)).toThrow(ModelError)
  })

  it('is read whole or refused with ModelError, whatever the page holds', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.base64String()), fc.boolean(), row, (noise, isMixed, written) => {
      const text = isMixed ? encodeRow(written, head).slice(0, 6) + noise : noise
      try {
        for (const { index, weight } of openRow(text, head).neighbours) expect(index >= 0 && index < 50 && weight > 0 && weight <= 1).toBe(true)
      } catch (error) {
        expect(error).toBeInstanceOf(ModelError)
      }
    }), { numRuns: 200 })
  })
})
