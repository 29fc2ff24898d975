import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OrderStatus, Shipment } from '../shipment.ts'
import { newParcels, seeSteps, unreadParcels, type SeenSteps } from './seenSteps.ts'

const now = Date.UTC(2011, 11, 10, 9)
const minuteMs = 60_000
const hourMs = 60 * minuteMs
const order = (...steps: [id: string, status: Shipment['status']][]): OrderStatus =>
  ({ order_id: 'A1', shipments: steps.map(([id, status]) => ({ id, status, phase: 'ordered', events: [] })) })
const packed = order(['a', 'packed'])
const sent = order(['a', 'in_transit'])

describe('new since the last visit', () => {
  it('is nothing of an order that is seen for the first time', () => {
    expect(newParcels(undefined, packed, now)).toEqual([])
    expect(unreadParcels(undefined, packed)).toEqual([])
    expect(newParcels(seeSteps(undefined, packed, now), packed, now)).toEqual([])
  })

  it('is a step that moved meanwhile; it stays new for the visit, is read once, and is old at the next', () => {
    const first = seeSteps(undefined, packed, now)
    expect(unreadParcels(first, sent)).toEqual(['a'])
    expect(newParcels(first, sent, now + hourMs)).toEqual(['a'])
    const second = seeSteps(first, sent, now + hourMs)
    expect(unreadParcels(second, sent)).toEqual([])
    expect(newParcels(second, sent, now + hourMs + 10 * minuteMs)).toEqual(['a'])
    expect(newParcels(second, sent, now + 2 * hourMs)).toEqual([])
  })

  it('is also what comes while it is being looked at, and a parcel that was not there before', () => {
    const first = seeSteps(undefined, packed, now)
    expect(newParcels(first, order(['a', 'packed'], ['b', 'packed']), now + minuteMs)).toEqual(['b'])
  })

  it('takes no parcel\'s name for a word of the language', () => {
    const first = seeSteps(undefined, order(['__proto__', 'packed'], ['constructor', 'packed']), now)
    expect(
      newParcels(first, order(['__proto__', 'packed'], ['constructor', 'in_transit']), now + hourMs),
    ).toEqual(['constructor'])
  })

  it('never reads the same step out twice, however often it is looked at', () => {
    const statuses: Shipment['status'][] = ['packed', 'in_transit', 'out_for_delivery']
    fc.assert(fc.property(fc.array(
      fc.tuple(fc.constantFrom(...statuses), fc.integer({ min: 0, max: 3 * hourMs })), { minLength: 1 },
    ), looks => {
      let seen: SeenSteps | undefined
      let at = now
      let before: Shipment['status'] | undefined
      for (const [status, laterMs] of looks) {
        const answer = order(['a', status])
        expect(unreadParcels(seen, answer).length).toBe(before === undefined || before === status ? 0 : 1)
        seen = seeSteps(seen, answer, at += laterMs)
        before = status
      }
    }))
  })
})
