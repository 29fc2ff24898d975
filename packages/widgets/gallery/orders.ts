import type { Order, OrderStatus, Shipment, ShipmentEvent } from '@shopside/engine'
import { fakeNow } from '../src/testing/fakeClient.ts'
import { picture } from './pictures.ts'

const hour = 3_600_000
const day = 24 * hour
const iso = (agoMs: number): string => new Date(fakeNow - agoMs).toISOString().replace('.000Z', '+00:00')

const items = [
  { item_id: 'p0', item_name: 'Regency Cakestand Three Tier', quantity: 1, price: 12.75, image_url: picture(0) },
  { item_id: 'p1', item_name: 'Pantry Cake Tins Set of Three', quantity: 2, price: 4.95, image_url: picture(1) },
  { item_id: 'p2', item_name: 'Jam Making Set with Jars', quantity: 72, price: 1.45, image_url: picture(2) },
]

/** Orders of the gallery's shopper: one a scenario, named by it. */
export const scenarios: Record<string, { order?: Order; status?: OrderStatus; remembered?: OrderStatus }> = {}

function scenario(id: string, shipments: Partial<Shipment>[] | undefined, placedAgo: number = 3 * day): void {
  const order: Order = { id, at: fakeNow - placedAgo, items, currency: 'GBP', value: 29.5 }
  scenarios[id] = { order }
  if (shipments) scenarios[id].status = { order_id: id, shipments: shipments.map((each, place) => ({ ...base(place), ...(shipments.length === 1 && { items }), ...each })) }
}

function base(place: number): Shipment {
  return {
    id: `parcel-${place}`, status: 'in_transit', phase: 'shipped', simulated: true,
    carrier: { name: 'Parcelpost' }, tracking_number: `PP 3389 2210 0${place}`, tracking_url: 'https://carrier.example/follow',
    eta: { from: '2011-12-15T14:00:00+00:00', to: '2011-12-15T16:00:00+00:00', source: 'carrier' },
    events: events(5 * hour), items: [items[place % 3]!],
  }
}

function events(newestAgo: number, ...more: Partial<ShipmentEvent>[]): ShipmentEvent[] {
  return [
    { at: iso(newestAgo + 2 * day), status: 'order_placed' },
    { at: iso(newestAgo + day), status: 'packed', location: 'Leicester' },
    { at: iso(newestAgo + 6 * hour), status: 'picked_up', location: 'Leicester' },
    { at: iso(newestAgo), status: 'in_transit', location: 'Birmingham' },
    ...more.map(each => ({ at: iso(newestAgo / 2), status: 'in_transit' as const, ...each })),
  ]
}

scenario('just-ordered', [], 2 * hour)
scenario('on-its-way', [{}])
scenario('out-for-delivery', [{
  status: 'out_for_delivery', phase: 'arriving', events: events(5 * hour, { status: 'out_for_delivery', location: 'Norwich' }),
  eta: { from: '2011-12-10T14:00:00+00:00', to: '2011-12-10T16:00:00+00:00', source: 'carrier' },
}])
scenario('delayed', [{
  status: 'delayed', events: events(3 * hour, { status: 'customs', location: 'Dover' }),
  eta: {
    from: '2011-12-16', to: '2011-12-16', source: 'carrier', reason: 'held at customs',
    previous: { from: '2011-12-15', to: '2011-12-15' },
  },
}])
scenario('attempted', [{ status: 'delivery_attempted', phase: 'arriving' }])
scenario('pickup', [{
  status: 'ready_for_pickup', phase: 'pickup',
  pickup: { type: 'locker', name: 'Corner Shop', until: '2011-12-14T18:00:00+00:00' },
}])
scenario('problem', [{ status: 'damaged', phase: 'problem' }])
scenario('returned', [{ status: 'returned', phase: 'done', direction: 'return' }])
scenario('cancelled', [{ status: 'cancelled', phase: 'problem' }])
scenario('two-parcels', [{}, { status: 'packed', phase: 'packed', events: events(5 * hour).slice(0, 2) }])
scenario('silent-2-days', [{ events: events(3 * day) }], 6 * day)
scenario('silent-5-days', [{ events: events(6 * day) }], 9 * day)
scenario('made-to-order', [{
  status: 'in_production', phase: 'making', eta: { from: '2011-12-20', to: '2011-12-22', source: 'merchant' },
  events: events(9 * hour, { status: 'in_production' }),
}])
scenario(
  'delivered-today',
  [{ status: 'delivered', phase: 'done', status_at: iso(hour), events: events(hour, { status: 'delivered' }) }],
)
scenario('delivered-before', [{ status: 'delivered', phase: 'done', status_at: iso(3 * day), events: events(3 * day) }], 7 * day)
scenario('other-zone', [{ eta: { from: '2011-12-15T14:00:00+09:00', to: '2011-12-15T16:00:00+09:00', source: 'carrier' } }])
scenario('failing', undefined)
scenarios['failing']!.remembered = scenarios['on-its-way']!.status!
