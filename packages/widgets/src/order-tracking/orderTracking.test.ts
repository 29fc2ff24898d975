// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Order, Shipment } from '@shopside/engine'
import { connect } from '../connect.ts'
import { createFakeClient, fakeNow, fakeProfile, type FakeClient } from '../testing/fakeClient.ts'
import { installFakeIntersection } from '../testing/fakeIntersection.ts'
import { mount, settle, type Mounted } from '../testing/mount.ts'
import './define.ts'

const tag = 'shopside-order-tracking'
const hourMs = 3_600_000
const dayMs = 24 * hourMs
const iso = (agoMs: number): string => new Date(fakeNow - agoMs).toISOString().replace('Z', '+00:00')
const items = [{ item_id: 'p0', item_name: 'Cakestand', quantity: 1, price: 12.75 }, { item_id: 'p1', item_name: 'Cake Tins', quantity: 72, price: 1.45 }]
const order = (id: string, agoMs = 3 * dayMs): Order => ({ id, at: fakeNow - agoMs, items, currency: 'GBP', value: 117.15 })

let client: FakeClient
let disconnect: () => void

beforeEach(() => {
  installFakeIntersection()
  client = createFakeClient()
  client.profileNow.value = fakeProfile({ orders: [order('A1')] })
  disconnect = connect(client)
})
afterEach(async () => {
  document.body.replaceChildren()
  await settle()
  disconnect()
})

function parcel(overrides: Partial<Shipment> = {}): Shipment {
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
function answerWith(...shipments: Shipment[]): void {
  client.tellOrder('A1', { shipments })
}
async function shown(attributes: Record<string, string> = { order: 'A1' }, children = ''): Promise<Mounted> {
  const mounted = mount(tag, attributes, children)
  await settle()
  return mounted
}
const state = (mounted: Mounted): string | undefined => mounted.element.dataset['state']
const when = (mounted: Mounted): string[] => mounted.all('.when').map(each => each.textContent ?? '')

describe('an order on its way', () => {
  it('answers when, where, what and what can be done, in this order', async () => {
    answerWith(parcel({ tracking_number: '42', tracking_url: 'https://carrier.example/42', carrier: { name: 'Parcelpost' } }))
    const view = await shown()
    expect(state(view)).toBe('ready')
    const text = view.text()
    const places = ['Arrives Thursday', 'On its way', '72 × Cake Tins', 'Follow at Parcelpost', 'All 3 updates'].map(words => text.indexOf(words))
    expect(places.every(place => place >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(view.all('.steps li').map(step => step.className)).toEqual(['done', 'done', 'current', 'ahead', 'ahead'])
    expect(view.find('[aria-current="step"]').textContent).toBe('On its way')
  })

  it('marks simulated parcels', async () => {
    answerWith(parcel({ simulated: true }))
    expect((await shown()).text()).toContain('A simulated parcel.')
  })

  it('says what changed, with the old day and the reason', async () => {
    answerWith(parcel({ eta: { from: '2011-12-16', to: '2011-12-16', source: 'carrier', previous: { from: '2011-12-15', to: '2011-12-15' }, reason: 'held at customs' } }))
    expect((await shown()).text()).toContain('Now Friday. It was Thursday: held at customs.')
  })

  it('names silence after two days, and the shop after five', async () => {
    answerWith(parcel({ events: [{ at: iso(2 * dayMs), status: 'in_transit' }] }))
    expect((await shown()).text()).toContain('No news since Thursday. That is usual between depots.')
    document.body.replaceChildren()
    answerWith(parcel({ events: [{ at: iso(5 * dayMs), status: 'in_transit' }] }))
    const view = await shown({ order: 'A1', 'contact-url': '/contact' })
    expect(view.text()).toContain('No news since Monday.')
    expect(view.button('Ask the shop').getAttribute('href')).toContain('/contact')
  })

  it('shows each of several parcels with its own things, and what is not yet sent', async () => {
    answerWith(
      parcel({ id: 'a', items: [{ item_id: 'p0', item_name: 'Cakestand', quantity: 1 }] }),
      parcel({ id: 'b', items: [{ item_id: 'p1', item_name: 'Cake Tins', quantity: 24 }], eta: { from: '2011-12-17', source: 'carrier' } }),
    )
    const view = await shown()
    expect(when(view)).toEqual(['1 of 2 arrives Thursday', '2 of 2 arrives 17 December', 'Not yet sent'])
    expect(view.all('.parcel').at(-1)!.textContent).toContain('48 × Cake Tins')
  })

  it('never follows an address that is no page', async () => {
    answerWith(parcel({ tracking_url: 'javascript:alert(1)', tracking_number: '42' }))
    expect((await shown()).all('a')).toEqual([])
  })

  it('shows prices only when the shop asks for them, and never an address', async () => {
    answerWith(parcel())
    expect((await shown()).text()).not.toContain('£')
    document.body.replaceChildren()
    expect((await shown({ order: 'A1', 'show-prices': '' })).text()).toContain('£12.75')
  })

  it('marks the step that is new since the last visit, and reads it out once it is on the screen', async () => {
    client.tellOrder('A1', { shipments: [parcel()] }, { fresh: new Set(['s1']), unread: new Set(['s1']) })
    const view = await shown()
    expect(view.find('[aria-current="step"]').textContent).toBe('On its way New')
    expect(view.find('[role="status"]').textContent).toBe('New: On its way')
    expect(client.seenOrders).toEqual(['A1'])
  })

  it('says nothing of a step that was read out before, though it is still new', async () => {
    client.tellOrder('A1', { shipments: [parcel()] }, { fresh: new Set(['s1']) })
    const view = await shown()
    expect(view.find('[aria-current="step"]').textContent).toBe('On its way New')
    expect(view.find('[role="status"]').textContent).toBe('')
  })

  it('reads out what comes while it is being looked at', async () => {
    answerWith(parcel())
    const view = await shown()
    client.tellOrder('A1', { shipments: [parcel({ status: 'out_for_delivery', phase: 'arriving' })] }, { fresh: new Set(['s1']), unread: new Set(['s1']) })
    await settle()
    expect(view.find('[role="status"]').textContent).toBe('New: Out for delivery')
    expect(view.find('[aria-current="step"]').textContent).toBe('Nearby New')
    expect(client.seenOrders).toEqual(['A1', 'A1'])
  })

  it('says how old its news are, quietly, until there is no more to come', async () => {
    client.tellOrder('A1', { shipments: [parcel()] }, { at: fakeNow - 10 * 60_000 })
    const view = await shown()
    expect(state(view)).toBe('ready')
    expect(view.find('[part="age"]').textContent).toMatch(/^As of \d\d:50\.$/)
    answerWith(parcel({ status: 'delivered', phase: 'done', status_at: iso(0) }))
    await settle()
    expect(when(view)).toEqual(['Delivered today'])
    expect(view.all('[part="age"]')).toEqual([])
  })

  it('tells no change when the day only became more exact', async () => {
    answerWith(parcel({ promised: { from: '2011-12-15', to: '2011-12-15' }, eta: { from: '2011-12-15T14:00:00Z', to: '2011-12-15T16:00:00Z', source: 'carrier' } }))
    const view = await shown()
    expect(when(view)[0]).toMatch(/^Arrives Thursday, /)
    expect(view.text()).not.toContain('It was')
  })

  it('says the zone of a parcel\'s clock where that is not the shopper\'s', async () => {
    answerWith(parcel({ eta: { from: '2011-12-15T14:00:00+13:30', to: '2011-12-15T16:00:00+13:30', source: 'carrier' } }))
    expect(when(await shown())[0]).toMatch(/^Arrives Thursday, 2.+4\spm \(UTC\+13:30\)$/)
  })

  it('opens its history on request: facts with a time and a place, newest first', async () => {
    answerWith(parcel())
    const view = await shown()
    expect(view.all('.history li')).toEqual([])
    view.find<HTMLDetailsElement>('details').open = true
    view.find('details').dispatchEvent(new Event('toggle'))
    await settle()
    expect(view.all('.history li bdi').map(each => each.textContent)).toEqual(['On its way', 'Packed', 'Ordered'])
    expect(view.find('.history li').textContent).toContain('Birmingham')
  })
})

describe('every other state', () => {
  it.each([
    ['delivery_attempted', 'arriving', 'Nobody was in. It will be tried again.'],
    ['delayed', 'shipped', 'It is late. A new day will follow.'],
    ['action_required', 'problem', 'The carrier needs an answer from you.'],
    ['lost', 'problem', 'The carrier has lost it.'],
    ['returning', 'problem', 'It is on its way back to the shop.'],
    ['returned', 'done', 'It is back at the shop.'],
    ['cancelled', 'problem', 'This order was cancelled.'],
  ] as const)('%s is one sentence in amber, marked by shape', async (status, phase, sentence) => {
    answerWith(parcel({ status, phase }))
    const view = await shown()
    expect(view.all('.alert').map(alert => alert.textContent)).toEqual([sentence])
  })

  it('ready for pick-up names place and day', async () => {
    answerWith(parcel({ status: 'ready_for_pickup', phase: 'pickup', pickup: { type: 'locker', name: 'Corner Shop', until: '2011-12-14' } }))
    const view = await shown()
    expect(when(view)).toEqual(['Ready for pick-up'])
    expect(view.text()).toContain('Ready for pick-up at Corner Shop. Kept until Wednesday.')
  })

  it('just ordered: the shop has it, news within a day', async () => {
    client.profileNow.value = fakeProfile({ orders: [order('A1', hourMs)] })
    answerWith()
    const view = await shown()
    expect(view.text()).toContain('The shop has your order.')
    expect(view.text()).toContain('First news usually within a day.')
  })

  it('closes to one line a day after delivery, and opens on request', async () => {
    answerWith(parcel({ status: 'delivered', phase: 'done', status_at: iso(2 * dayMs), events: [{ at: iso(2 * dayMs), status: 'delivered' }] }))
    const view = await shown()
    expect(view.find('.line').textContent).toContain('Delivered Thursday')
    view.button('Show the parcel').click()
    await settle()
    expect(view.all('.parcel')).toHaveLength(1)
    expect(view.root.activeElement?.textContent).toBe('Delivered Thursday')
  })

  it('closes with the day of the last parcel that came, whatever was sent back since', async () => {
    const delivered = (id: string, agoMs: number, direction: 'outbound' | 'return'): Shipment =>
      parcel({ id, direction, status: 'delivered', phase: 'done', status_at: iso(agoMs), events: [{ at: iso(agoMs), status: 'delivered' }] })
    answerWith(delivered('s1', 4 * dayMs, 'outbound'), delivered('s2', 3 * dayMs, 'outbound'), delivered('s3', 2 * dayMs, 'return'))
    const view = await shown()
    expect(view.find('.line').textContent).toContain('Delivered Wednesday')
  })

  it('a failing endpoint leaves the last state with its age, until it answers again', async () => {
    client.tellOrder('A1', { shipments: [parcel()] }, { at: fakeNow - 3 * hourMs, trouble: 'failing', reason: 'order-503' })
    const view = await shown()
    expect(state(view)).toBe('stale')
    expect(view.find('[part="age"]').textContent).toMatch(/^As of \d\d:00\. No newer news\.$/)
    expect(client.reports.at(-1)?.reason).toContain('order-503')
    expect(when(view)).toEqual(['Arrives Thursday'])
    answerWith(parcel())
    await settle()
    expect(state(view)).toBe('ready')
    expect(view.text()).not.toContain('No newer news.')
  })

  it('offline, the last state is shown with its age', async () => {
    client.tellOrder('A1', { shipments: [parcel()] }, { at: fakeNow - 3 * hourMs, trouble: 'offline' })
    const view = await shown()
    expect(state(view)).toBe('stale')
    expect(view.find('[part="age"]').textContent).toMatch(/^As of \d\d:00\. You are offline\.$/)
  })

  it('names no day that was before nobody was in, or before it was held, until there is a new one', async () => {
    const eta = { from: '2011-12-10', to: '2011-12-10', source: 'carrier' as const }
    const held = (more: Partial<Shipment>) => parcel({ phase: 'problem', eta, ...more })
    const titles: (string | undefined)[] = []
    for (const shipment of [
      held({ status: 'delivery_attempted' }), held({ status: 'on_hold' }), held({ status: 'on_hold', eta: { ...eta, from: '2011-12-08', to: '2011-12-08' } }),
      held({ status: 'delayed', eta: { ...eta, from: '2011-12-12', to: '2011-12-12', previous: { from: '2011-12-10', to: '2011-12-10' } } }),
    ]) {
      answerWith(shipment)
      titles.push(when(await shown())[0])
      document.body.replaceChildren()
    }
    expect(titles).toEqual(['Delivery was tried', 'On hold', 'Was expected Thursday', 'Arrives Monday'])
  })

  it('picked up at a counter is not delivered', async () => {
    answerWith(parcel({ status: 'picked_up_by_customer', phase: 'done', status_at: iso(hourMs), events: [{ at: iso(dayMs), status: 'ready_for_pickup', phase: 'pickup' }] }))
    const view = await shown()
    expect(when(view)).toEqual(['Picked up today'])
    expect(view.find('.steps').lastElementChild!.textContent).toBe('Picked up')
  })

  it('an order of this browser that no endpoint knows is still the shop\'s', async () => {
    expect(when(await shown())).toEqual(['The shop has your order.'])
  })

  it('an unknown order leads to the look-up of the shop, and keeps what it wrote inside', async () => {
    const view = await shown({ order: 'Z9', 'look-up-url': '/orders/find' }, 'Number and postcode')
    expect(view.text()).toContain('Not in this browser.')
    expect(view.button('Look it up').getAttribute('href')).toContain('/orders/find')
    expect(view.find('slot')).toBeTruthy()
  })

  it('an unknown order is shown once the endpoint answers for it', async () => {
    const view = await shown({ order: 'Z9' })
    client.tellOrder('Z9', { shipments: [parcel()] })
    await settle()
    expect(when(view)).toEqual(['Arrives Thursday'])
  })

  it('knows an order by the endpoint alone', async () => {
    client.profileNow.value = undefined
    answerWith(parcel())
    expect(when(await shown())).toEqual(['Arrives Thursday'])
  })

  it('survives statuses, times and shapes that are none of ours', async () => {
client.tellOrder('A1', { shipments: [null, { id: 7, status: 'teleported', events: [{ at: 'soon' }, null], items: 'two', eta: { from: 'x' } }] })
    const view = await shown()
    expect(state(view)).toBe('ready')
    expect(when(view)).toEqual(['No news yet'])
  })
})

describe('the orders of this browser', () => {
  beforeEach(() => {
    client.profileNow.value = fakeProfile({ orders: [order('A1', 40 * dayMs), { ...order('B2'), hidden: true }, order('C3', 2 * dayMs)] })
  })

  it('lists them newest first, without prices, names or hidden ones', async () => {
    const view = await shown({})
    expect(view.all('.entry h3').map(each => each.textContent)).toEqual(['Ordered on Thursday', 'Ordered on 31 October'])
    expect(view.text()).not.toContain('£')
  })

  it('asks before it lists when the shop wants it so', async () => {
    const view = await shown({ orders: 'hidden' })
    expect(view.all('.entry')).toEqual([])
    view.button('Show 2 orders').click()
    await settle()
    expect(view.all('.entry')).toHaveLength(2)
  })

  it('hides an order on request', async () => {
    const view = await shown({})
    view.button('Hide this order').click()
    await settle()
    expect(view.find('.entry').textContent).toBe('Hidden here.')
    expect(view.root.activeElement?.textContent).toBe('Hidden here.')
    expect(client.tracked).toEqual([{ name: 'hide_order', params: { transaction_id: 'C3' } }])
    client.profileNow.value = fakeProfile({ orders: [order('A1', 40 * dayMs), { ...order('B2'), hidden: true }, { ...order('C3', 2 * dayMs), hidden: true }] })
    await settle()
    expect(view.find('.entry').textContent).toBe('Hidden here.')
  })

  it('opens one to see where it is', async () => {
    client.tellOrder('C3', { shipments: [parcel()] })
    const view = await shown({})
    view.button('Where is it').click()
    await settle()
    expect(when(view)).toEqual(['Arrives Thursday'])
    expect(view.root.activeElement?.textContent).toBe('Ordered on Thursday')
  })

  it('is empty without orders, and gone after an erase in another tab', async () => {
    const view = await shown({})
    client.profileNow.value = undefined
    client.epochNow.value++
    await settle()
    expect(state(view)).toBe('empty')
    expect(view.text()).toBe('')
  })
})

describe('an order that must not be shown', () => {
  it.each([
    ['hidden', { orders: [{ ...order('A1'), hidden: true as const }] }],
    ['forgotten', { orders: [] }],
  ])('goes from the page when it is %s in another tab', async (_, left) => {
    answerWith(parcel())
    const view = await shown()
    client.profileNow.value = fakeProfile(left)
    client.epochNow.value++
    await settle()
    expect(state(view)).toBe('empty')
    expect(view.text()).toBe('')
    expect(client.followed.count).toBe(0)
  })

  it('is never one that the page\'s address names', async () => {
    history.replaceState(null, '', '?order=1001&t=aaaaaaaaaaaaaaaaaaaaaa&coupon=FREE100')
    client.profileNow.value = fakeProfile({ orders: [] })
    client.tellOrder('1001', { shipments: [parcel()] })
    const view = await shown({})
    history.replaceState(null, '', '?')
    expect(state(view)).toBe('empty')
    expect(client.followed.count).toBe(0)
  })

  it('is followed no longer than it is on the page', async () => {
    answerWith(parcel())
    const view = await shown()
    expect(client.followed.count).toBe(1)
    view.element.setAttribute('order', 'B2')
    await settle()
    expect(client.followed.count).toBe(1)
    view.element.remove()
    await settle()
    expect(client.followed.count).toBe(0)
  })
})
