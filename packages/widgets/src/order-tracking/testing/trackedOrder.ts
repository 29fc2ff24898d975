import { afterEach, beforeEach } from 'vitest'
import type { Order, Shipment } from '@shopside/engine'
import { connect } from '../../connect.ts'
import { createFakeClient, fakeNow, fakeProfile, type FakeClient } from '../../testing/fakeClient.ts'
import { installFakeIntersection } from '../../testing/fakeIntersection.ts'
import { mount, settle, type Mounted } from '../../testing/mount.ts'
import '../define.ts'

export const tag = 'shopside-order-tracking'
export const hourMs = 3_600_000
export const dayMs = 24 * hourMs
export const iso = (agoMs: number): string => new Date(fakeNow - agoMs).toISOString().replace('Z', '+00:00')
export const items = [
  { item_id: 'p0', item_name: 'Cakestand', quantity: 1, price: 12.75 },
  { item_id: 'p1', item_name: 'Cake Tins', quantity: 72, price: 1.45 },
]
export const order = (
  id: string, agoMs = 3 * dayMs,
): Order => ({ id, at: fakeNow - agoMs, items, currency: 'GBP', value: 117.15 })

/** What each test begins with anew. */
export const given = {} as { client: FakeClient; disconnect: () => void }

beforeEach(() => {
  installFakeIntersection()
  given.client = createFakeClient()
  given.client.profileNow.value = fakeProfile({ orders: [order('A1')] })
  given.disconnect = connect(given.client)
})
afterEach(async () => {
  document.body.replaceChildren()
  await settle()
  given.disconnect()
})

export function parcel(overrides: Partial<Shipment> = {}): Shipment {
  return {
    id: 's1', status: 'in_transit', phase: 'shipped', items: items.map(({ price, ...item }) => item),
    eta: { from: '2011-12-15', to: '2011-12-15', source: 'carrier' },
    events: [
      { at: iso(2 * dayMs), status: 'order_placed' },
      { at: iso(dayMs), status: 'packed' },
      { at: iso(5 * hourMs), status: 'in_transit', location: 'Birmingham' },
    ],
    ...overrides,
  }
}
export function answerWith(...shipments: Shipment[]): void {
  given.client.tellOrder('A1', { shipments })
}
export async function shown(attributes: Record<string, string> = { order: 'A1' }, children = ''): Promise<Mounted> {
  const mounted = mount(tag, attributes, children)
  await settle()
  return mounted
}
export const state = (mounted: Mounted): string | undefined => mounted.element.dataset['state']
export const when = (mounted: Mounted): string[] => mounted.all('.when').map(each => each.textContent ?? '')
