import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addToLines } from './basket.ts'
import { readRecord, toSomebody, type ShopRecord } from './record.ts'

const lines = addToLines([], [{ item_id: '22423' }])
const record: ShopRecord = {
  lines, clock: { offsetMs: -5 }, placed: [{ id: 'TT-1-1AAA', lines }], soldOut: ['1'], tried: ['why'],
}

describe("the shop's record", () => {
  it('reads back what it wrote', () => {
    expect(readRecord(JSON.stringify({ ...record, as: '18058', own: lines }))).toEqual({ ...record, as: '18058', own: lines })
  })

  it('is none, and never an error, where anything else stands', () => {
    for (const text of [null, '', '[]', '{}', '{"clock":{}}', 'null', '{"clock":{"offsetMs":"1"}}']) {
      expect(readRecord(text)).toBeUndefined()
    }
    fc.assert(fc.property(fc.json(), text => {
      readRecord(text)
    }))
  })

  it('keeps lines and clock where the rest is spoilt', () => {
    expect(readRecord(JSON.stringify({ lines, clock: { offsetMs: 1 }, placed: 5, soldOut: 'x', tried: [1, 'why'], as: '../x' })))
      .toEqual({ lines, clock: { offsetMs: 1 }, placed: [], soldOut: [], tried: ['why'] })
  })

  it('puts the own basket away while one is somebody else, and gives it back', () => {
    const as = toSomebody(record, '18058')
    expect(as).toMatchObject({ as: '18058', lines: [], own: lines })
    const other = toSomebody({ ...as, lines: addToLines([], [{ item_id: '1' }]) }, '15373')
    expect(other).toMatchObject({ as: '15373', lines: [], own: lines })
    expect(toSomebody(other, undefined)).toEqual(record)
  })
})
