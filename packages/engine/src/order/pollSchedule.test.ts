import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OrderStatus, Shipment } from '../shipment.ts'
import { phaseOf } from './phaseOf.ts'
import { afterAnswer, afterFailure, askAt, pollIntervalMs, retryDelayMs, type Poll } from './pollSchedule.ts'

const now = Date.UTC(2011, 11, 10, 9)
const minuteMs = 60_000
const hourMs = 60 * minuteMs
const parcel = (status: Shipment['status'], more: Partial<Shipment> = {}): Shipment =>
  ({ id: status, status, phase: phaseOf(status)!, events: [], ...more })
const order = (...shipments: Shipment[]): OrderStatus => ({ order_id: 'A1', shipments })
const pace = (...shipments: Shipment[]): number | undefined => pollIntervalMs(order(...shipments), now)

describe('how often an order is asked about', () => {
  it.each([
    ['order_placed', 30 * minuteMs], ['in_production', 6 * hourMs], ['packed', 30 * minuteMs], ['in_transit', 30 * minuteMs],
    ['out_for_delivery', minuteMs], ['driver_nearby', 15_000], ['delivery_attempted', 30 * minuteMs],
    ['ready_for_pickup', 30 * minuteMs],
    ['returning', 6 * hourMs], ['on_hold', 30 * minuteMs], ['unknown', 30 * minuteMs],
    ['delivered', undefined], ['picked_up_by_customer', undefined], ['returned', undefined], ['cancelled', undefined],
    ['lost', undefined], ['expired', undefined],
  ] as const)('%s: every %s ms', (status, ms) => {
    expect(pace(parcel(status))).toBe(ms)
  })

  it('is the pace of the liveliest parcel, and an end of one is no end of the order', () => {
    expect(pace(parcel('in_production'), parcel('out_for_delivery'))).toBe(minuteMs)
    expect(pace(parcel('delivered'), parcel('in_transit'))).toBe(30 * minuteMs)
    expect(pace(parcel('delivered'), parcel('cancelled'))).toBeUndefined()
  })

  it('is six hours for a month after it arrived, because it may go back', () => {
    const arrived = (status: Shipment['status'], daysAgo: number): Shipment =>
      parcel(status, { status_at: new Date(now - daysAgo * 24 * hourMs).toISOString() })
    expect(pace(arrived('delivered', 1))).toBe(6 * hourMs)
    expect(pace(arrived('picked_up_by_customer', 29))).toBe(6 * hourMs)
    expect(pace(arrived('delivered', 30))).toBeUndefined()
    expect(pace(arrived('returned', 1), arrived('cancelled', 1))).toBeUndefined()
  })

  it('is half an hour while no parcel is known', () => {
    expect(pace()).toBe(30 * minuteMs)
    expect(pollIntervalMs(undefined, now)).toBe(30 * minuteMs)
  })

  it('is a minute on the day, by the parcel\'s own clock', () => {
    const onDay = (
      from: string, to?: string,
    ): number | undefined => pace(parcel('in_transit', { eta: { from, ...(to && { to }), source: 'carrier' } }))
    expect(onDay('2011-12-10T14:00:00+00:00', '2011-12-10T16:00:00+00:00')).toBe(minuteMs)
    expect(onDay('2011-12-10')).toBe(minuteMs)
    expect(onDay('2011-12-09', '2011-12-12')).toBe(minuteMs)
    expect(onDay('2011-12-11T14:00:00+00:00')).toBe(30 * minuteMs)
    // Nine in the morning UTC is already Sunday fourteen hours east.
    expect(onDay('2011-12-11T01:00:00+15:00')).toBe(minuteMs)
    expect(pace(parcel('packed', { eta: { from: '2011-12-10', source: 'carrier' } }))).toBe(30 * minuteMs)
  })
})

describe('when it is asked again', () => {
  const status = order(parcel('in_transit'))

  it('is a fifth sooner or later, at random', () => {
    expect(afterAnswer(status, now, 0).nextAt).toBe(now + 24 * minuteMs)
    expect(afterAnswer(status, now, 0.5).nextAt).toBe(now + 30 * minuteMs)
    expect(afterAnswer(status, now, 0.999_999).nextAt! - now).toBeLessThanOrEqual(36 * minuteMs)
  })

  it('is never, once everything has ended, not even on return', () => {
    const poll = afterAnswer(order(parcel('delivered')), now, 0.5)
    expect(poll).toEqual({ triedAt: now, failures: 0 })
    expect(askAt(poll, now + 99 * hourMs, 'due')).toBeUndefined()
    expect(askAt(poll, now + 99 * hourMs, 'return')).toBeUndefined()
  })

  it('doubles from half a minute with each failure, to half an hour', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 99].map(failures => retryDelayMs(failures, 30 * minuteMs) / 1000))
      .toEqual([30, 60, 120, 240, 480, 960, 1800, 1800, 1800])
  })

  it('is in the long run no more often than of an endpoint that answers', () => {
    expect(retryDelayMs(99, 6 * hourMs)).toBe(6 * hourMs)
  })

  it('counts failures until there is an answer', () => {
    const first = afterFailure(undefined, undefined, now, 0.5)
    expect(first).toEqual({ triedAt: now, failures: 1, nextAt: now + 30_000 })
    expect(afterFailure(first, status, now, 0.5)).toMatchObject({ failures: 2, nextAt: now + 60_000 })
    expect(afterAnswer(status, now, 0.5).failures).toBe(0)
  })

  it('is not before its time on a page that is loaded again, and at once when nothing was asked yet', () => {
    const poll = afterAnswer(status, now, 0.5)
    expect(askAt(poll, now + minuteMs, 'due')).toBe(now + 30 * minuteMs)
    expect(askAt(poll, now + hourMs, 'due')).toBe(now + hourMs)
    expect(askAt(undefined, now, 'due')).toBe(now)
  })

  it('is at once on return, five seconds after the last answer at the soonest, a second after a failure', () => {
    const poll = afterAnswer(status, now, 0.5)
    expect(askAt(poll, now + minuteMs, 'return')).toBe(now + minuteMs)
    expect(askAt(poll, now + 1, 'return')).toBe(now + 5000)
    expect(askAt(afterFailure(poll, status, now, 0.5), now + 1, 'return')).toBe(now + 1000)
  })

  it('is at once when the clock was set back: times from a future say nothing', () => {
    expect(askAt(afterAnswer(status, now + hourMs, 0.5), now, 'due')).toBe(now)
    expect(askAt(afterAnswer(status, now + 1000, 0.5), now, 'due')).toBe(now + 1000 + 30 * minuteMs)
  })

  it('whatever happens, lies within an interval and a fifth, and never in the past', () => {
    const statuses: Shipment['status'][] = [
      'in_production', 'in_transit', 'out_for_delivery', 'driver_nearby', 'returning', 'unknown',
    ]
    fc.assert(fc.property(fc.constantFrom(...statuses), fc.array(
      fc.boolean(), { minLength: 1, maxLength: 40 },
    ), fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      (word, answers, random) => {
        const known = order(parcel(word))
        let at = now
        let poll: Poll | undefined
        for (const answered of answers) {
          poll = answered ? afterAnswer(known, at, random) : afterFailure(poll, known, at, random)
          const next = askAt(poll, at, 'due')!
          expect(next).toBeGreaterThan(at)
          expect(next - at).toBeLessThanOrEqual(1.2 * Math.max(30 * minuteMs, pollIntervalMs(known, at)!) + 1)
          at = next
        }
      }))
  })
})
