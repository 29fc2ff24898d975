import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toOrderNote, toSeenSteps, type OrderNote } from './orderNote.ts'

const origin = { base: 'https://shop.example/' }
const note: OrderNote = {
  status: { order_id: 'A1', shipments: [{ id: 's', status: 'packed', phase: 'packed', events: [] }] },
  at: 1000, etag: '"1"', poll: { triedAt: 1000, failures: 0, nextAt: 2000 },
}
const seen = { at: 1000, before: [['s', 'packed']], last: [['s', 'packed']] }

describe('what is kept of an order', () => {
  it('comes back as it was written', () => {
    expect(toOrderNote(structuredClone(note), 'A1', origin)).toEqual(note)
    expect(toSeenSteps(structuredClone(seen))).toEqual(seen)
  })

  it('is no note when its times are none, so that the endpoint is asked anew', () => {
    for (const poll of [undefined, null, {}, { triedAt: 'x', failures: 0 }, { triedAt: 1, failures: -1 }, { triedAt: 1, failures: 0, nextAt: NaN }]) {
      expect(toOrderNote({ ...note, poll }, 'A1', origin)).toBeUndefined()
    }
  })

  it('drops the ETag with the answer that it stands for', () => {
    expect(toOrderNote({ ...note, status: 'broken' }, 'A1', origin)).toEqual({ poll: note.poll })
    expect(toOrderNote({ ...note, at: 'broken' }, 'A1', origin)).toEqual({ poll: note.poll })
  })

  it('is read through the boundary: what stands in storage may be anybody\'s', () => {
    const poisoned = { ...note, status: { shipments: [{ id: 's', status: 'packed', tracking_url: 'javascript:alert(1)' }] } }
    expect(toOrderNote(poisoned, 'A1', origin)!.status!.shipments[0]).not.toHaveProperty('tracking_url')
  })

  it('may be anything at all', () => {
    fc.assert(fc.property(fc.anything(), value => {
      toOrderNote(value, 'A1', origin)
      toSeenSteps(value)
      toSeenSteps({ at: 1, before: value, last: [value, [value, value]] })
    }))
  })
})
