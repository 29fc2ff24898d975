import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Shipment } from '../shipment.ts'
import { toOrderStatus } from './toOrderStatus.ts'

const origin = { base: 'https://shop.example/orders', hosts: ['pictures.example'] }
const read = (shipment: object): Shipment | undefined => toOrderStatus({ shipments: [shipment] }, 'A1', origin)?.shipments[0]

describe('an answer of the endpoint', () => {
  it.each([undefined, null, 'text', 7, [], {}, { shipments: {} }, { shipments: '[]' }])('%j is no order status', answer => {
    expect(toOrderStatus(answer, 'A1', origin)).toBeUndefined()
  })

  it('is about the order that was asked for, whatever number it bears', () => {
    expect(toOrderStatus({ order_id: 'somebody-else', placed_at: '2011-12-09', shipments: [] }, 'A1', origin))
      .toEqual({ order_id: 'A1', placed_at: '2011-12-09', shipments: [] })
  })

  it('keeps what a parcel says, field by field, and nothing beside it', () => {
    const parcel = {
      id: 's1', status: 'in_transit', phase: 'shipped', status_at: '2011-12-09T10:00:00+00:00', message: 'At the depot.',
      carrier: { code: 'pp', name: 'Parcelpost' }, tracking_number: '42', tracking_url: 'https://carrier.example/t?n=42',
      promised: { from: '2011-12-15' },
      eta: { from: '2011-12-15', to: '2011-12-16', source: 'carrier', previous: { to: '2011-12-14' }, reason: 'snow' },
      events: [{ at: '2011-12-09T10:00:00+00:00', status: 'in_transit', phase: 'shipped', location: 'Swindon' }],
      items: [{ item_id: 'p0', item_name: 'Cakestand', quantity: 2, image_url: 'https://pictures.example/p0.jpg' }],
      pickup: { type: 'locker', name: 'Corner', address: '1 High St', hours: '9-5', until: '2011-12-20' }, direction: 'return',
      simulated: true,
    }
    expect(read({ ...parcel, customer: 'Ann', delivery_address: 'Home', html: '<b>' })).toEqual(parcel)
  })

  it('turns words that are none of ours into unknown, and derives the phase from the status', () => {
    expect(read({ status: 'teleported', phase: 'orbit' })).toMatchObject({ status: 'unknown', phase: 'ordered' })
    expect(read({ status: 'out_for_delivery', phase: 'orbit' })).toMatchObject({ status: 'out_for_delivery', phase: 'arriving' })
    expect(read({ status: 'constructor' })).toMatchObject({ status: 'unknown' })
    expect(read({ status: 'delivered' })).toMatchObject({ phase: 'done', ended: true })
  })

  it('sorts updates oldest first, drops those without a time, and keeps the newest sixty', () => {
    const events = Array.from(
      { length: 70 }, (_, hour) => ({ at: new Date(Date.UTC(2011, 11, 9, 80 - hour)).toISOString(), status: 'in_transit' }),
    )
    const kept = read({ events: [...events, { at: 'soon', status: 'packed' }, null] })!.events
    expect(kept).toHaveLength(60)
    expect(kept.map(event => event.at)).toEqual(kept.map(event => event.at).toSorted())
    expect(kept.at(-1)!.at).toBe(events[0]!.at)
  })

  it('gives parcels without an id a name of their own, and reads a name twice only once', () => {
    const { shipments } = toOrderStatus(
      { shipments: [{ tracking_number: '42' }, {}, { id: 7 }, { id: '7', message: 'twin' }] }, 'A1', origin,
    )!
    expect(shipments.map(({ id }) => id)).toEqual(['42', '1', '7'])
  })
})

describe('a hostile answer', () => {
  it.each([
    'javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'data:text/html,<script>', 'vbscript:x',
    'blob:https://shop.example/1', 'file:///etc',
    'http://carrier.example/t', 'https://shop.example:x', 'https://user:pass@carrier.example/', '//', 7,
    { toString: () => 'https://carrier.example' },
    `https://carrier.example/${'x'.repeat(3000)}`,
  ])('never gives %s as a link', address => {
    expect(read({ tracking_url: address })).not.toHaveProperty('tracking_url')
  })

  it('shows pictures of the shop\'s own hosts alone: any other would learn who looks', () => {
    const items = [
      'https://evil.example/pixel.gif', 'http://pictures.example/a.jpg', '/a.jpg', 'https://pictures.example/a.jpg',
      'javascript:1',
    ]
      .map((image_url, place) => ({ item_id: `p${place}`, image_url }))
    expect(read({ items })!.items!.map(item => item.image_url))
      .toEqual([undefined, undefined, 'https://shop.example/a.jpg', 'https://pictures.example/a.jpg', undefined])
  })

  it.each([
    '0000-00-00', '2026-02-30', '2026-13-01', 8640000000000001, 1764288000, '9999-12-31T23:59:59Z', '10/11/2026', -1, 'now', '',
    null, ['2026-01-01'],
  ])(
    'takes %j for no time', at => {
      expect(read({ status_at: at, events: [{ at, status: 'packed' }], eta: { from: at, to: at }, pickup: { until: at } }))
        .toEqual({ id: '0', status: 'unknown', phase: 'ordered', events: [], pickup: { type: 'store' } })
    })

  it('reads a time inside a change of clocks, and one with an odd offset', () => {
    expect(read({ status_at: '2026-03-29T02:30:00' })).toHaveProperty('status_at')
    expect(read({ status_at: '2026-03-29 02:30 +05:45' })).toHaveProperty('status_at')
  })

  it('cuts texts and takes no markup, object or function for a word', () => {
    const parcel = read({
      message: 'x'.repeat(10_000), tracking_number: { __html: '<img>' }, carrier: { name: ['a'] },
      eta: { from: '2011-12-15', reason: () => 'x' },
    })!
    expect(Array.from(parcel.message!)).toHaveLength(240)
    expect(parcel).not.toHaveProperty('tracking_number')
    expect(parcel).not.toHaveProperty('carrier')
    expect(parcel.eta).not.toHaveProperty('reason')
  })

  it('is read whole in bounded room, however many parcels, updates and things it names', () => {
    const many = Array.from(
      { length: 3000 }, (_, place) => ({ at: '2011-12-09', item_id: `p${place}`, id: place, status: 'packed' }),
    )
    const status = toOrderStatus({ shipments: many.map(each => ({ id: each.id, events: many, items: many })) }, 'A1', origin)!
    expect(status.shipments).toHaveLength(20)
    expect(status.shipments.map(each => [each.events.length, each.items!.length])).toEqual(status.shipments.map(() => [60, 100]))
  })

  describe('on a page that has added to Object.prototype', () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>
    const added = {
      tracking_url: 'https://evil.example/', shipments: [{}], message: 'evil', image_url: 'https://shop.example/evil.gif',
      simulated: true,
    }
    afterEach(() => {
      for (const name of Object.keys(added)) delete prototype[name]
    })
    it('takes nothing from there', () => {
      Object.assign(prototype, added)
      expect(toOrderStatus({}, 'A1', origin)).toBeUndefined()
      const parcel = toOrderStatus({ shipments: [{ id: 's', items: [{ item_id: 'p0' }] }] }, 'A1', origin)!.shipments[0]!
      for (const name of Object.keys(added)) expect(Object.hasOwn(parcel, name)).toBe(false)
      expect(Object.keys(parcel.items![0]!)).toEqual(['item_id'])
    })
  })

  it('reads any JSON without an error, and reads its own result as the same', () => {
    const anything = fc.letrec(tie => ({
      value: fc.oneof({ maxDepth: 4 }, fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>, fc.array(
        tie('value'), { maxLength: 3 },
      ),
        fc.dictionary(fc.constantFrom(
          'shipments', 'events', 'items', 'eta', 'previous', 'status', 'at', 'id', '__proto__', 'pickup', 'from', 'item_id',
        ),
          fc.oneof(tie('value'), fc.constantFrom('packed', '2011-12-09', 'https://a.example/')), { maxKeys: 6 })),
    })).value
    fc.assert(fc.property(anything, value => {
      const status = toOrderStatus({ shipments: [value, value] }, 'A1', origin)!
      expect(toOrderStatus(JSON.parse(JSON.stringify(status)), 'A1', origin)).toEqual(status)
    }))
  })
})
