import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sparseRow } from './sparseRow.ts'

describe('sparse row', () => {
  it('holds what was last written and nothing else, whichever arrays take turns', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 1 }), fc.uniqueArray(fc.integer({ min: 0, max: 9 })))
    fc.assert(fc.property(fc.array(row), writes => {
      const sparse = sparseRow<Float64Array>(10)
      const arrays = [new Float64Array(10).fill(7), new Float64Array(10).fill(7)] as const
      for (const [which, places] of writes) {
        const into = arrays[which as 0 | 1]
        const noted = sparse.begin(into)
        places.forEach((place, at) => {
          noted[at] = place
          into[place] = place + 1
        })
        expect([...sparse.end(places.length)]).toEqual(places)
        expect([...into]).toEqual(Array.from({ length: 10 }, (_, place) => places.includes(place) ? place + 1 : 0))
      }
    }))
  })
})
