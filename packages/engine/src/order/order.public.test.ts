// Following an order, by package name, on the built files: an answer, its news, and when to ask again.
import {
  afterAnswer, afterFailure, askAt, isAhead, newParcels, seeSteps, tellChange, toOrderNote, toOrderStatus, toSeenSteps,
  unreadParcels,
  type OrderNote, type OrderStatus, type ParcelOrigin, type Poll, type SeenSteps, type Steps, type Wake,
} from '@shopside/engine'
import { describe, expect, it } from 'vitest'

const now = Date.UTC(2011, 11, 10, 9)
const origin: ParcelOrigin = { base: 'https://shop.example/' }
const read = (status: string, day: string): OrderStatus =>
  toOrderStatus({ shipments: [{ id: 's', status, eta: { from: day } }] }, 'A1', origin)!

describe('an order, from answer to answer', () => {
  it('is read, kept, asked about again in time, and says what is new and what has changed', () => {
    const first = read('packed', '2011-12-15')
    const poll: Poll = afterAnswer(first, now, 0.5)
    const wake: Wake = 'due'
    expect([askAt(poll, now, wake), isAhead(poll, now)]).toEqual([now + 30 * 60_000, false])
    expect(afterFailure(poll, first, now, 0.5).failures).toBe(1)
    const note: OrderNote = { status: first, at: now, poll }
    expect(toOrderNote(JSON.parse(JSON.stringify(note)), 'A1', origin)).toEqual(note)

    const seen: SeenSteps = seeSteps(undefined, first, now)
    const steps: Steps = seen.last
    expect([steps, toSeenSteps(seen)]).toEqual([[['s', 'packed']], seen])
    const second = tellChange(first, read('in_transit', '2011-12-16'))
    expect(second.shipments[0]!.eta!.previous).toEqual({ from: '2011-12-15' })
    expect([newParcels(seen, second, now), unreadParcels(seen, second)]).toEqual([['s'], ['s']])
  })
})
