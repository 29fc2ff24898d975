// @vitest-environment page
import { beforeEach, describe, expect, it } from 'vitest'
import type { Shipment } from '@shopside/engine'
import { fakeNow, fakeProfile } from '../testing/fakeClient.ts'
import { settle } from '../testing/mount.ts'
import { given, hourMs, dayMs, iso, order, parcel, answerWith, shown, state, when } from './testing/trackedOrder.ts'

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
    answerWith(parcel(
      { status: 'ready_for_pickup', phase: 'pickup', pickup: { type: 'locker', name: 'Corner Shop', until: '2011-12-14' } },
    ))
    const view = await shown()
    expect(when(view)).toEqual(['Ready for pick-up'])
    expect(view.text()).toContain('Ready for pick-up at Corner Shop. Kept until Wednesday.')
  })

  it('just ordered: the shop has it, news within a day', async () => {
    given.client.profileNow.value = fakeProfile({ orders: [order('A1', hourMs)] })
    answerWith()
    const view = await shown()
    expect(view.text()).toContain('The shop has your order.')
    expect(view.text()).toContain('First news usually within a day.')
  })

  it('closes to one line a day after delivery, and opens on request', async () => {
    answerWith(parcel(
      { status: 'delivered', phase: 'done', status_at: iso(2 * dayMs), events: [{ at: iso(2 * dayMs), status: 'delivered' }] },
    ))
    const view = await shown()
    expect(view.find('.line').textContent).toContain('Delivered Thursday')
    view.button('Show the parcel').click()
    await settle()
    expect(view.all('.parcel')).toHaveLength(1)
    expect(view.root.activeElement?.textContent).toBe('Delivered Thursday')
  })

  it('closes with the day of the last parcel that came, whatever was sent back since', async () => {
    const delivered = (id: string, agoMs: number, direction: 'outbound' | 'return'): Shipment =>
      parcel({
        id, direction, status: 'delivered', phase: 'done', status_at: iso(agoMs),
        events: [{ at: iso(agoMs), status: 'delivered' }],
      })
    answerWith(
      delivered('s1', 4 * dayMs, 'outbound'), delivered('s2', 3 * dayMs, 'outbound'), delivered('s3', 2 * dayMs, 'return'),
    )
    const view = await shown()
    expect(view.find('.line').textContent).toContain('Delivered Wednesday')
  })

  it('a failing endpoint leaves the last state with its age, until it answers again', async () => {
    given.client.tellOrder('A1', { shipments: [parcel()] }, { at: fakeNow - 3 * hourMs, trouble: 'failing', reason: 'order-503' })
    const view = await shown()
    expect(state(view)).toBe('stale')
    expect(view.find('[part="age"]').textContent).toMatch(/^As of \d\d:00\. No newer news\.$/)
    expect(given.client.reports.at(-1)?.reason).toContain('order-503')
    expect(when(view)).toEqual(['Arrives Thursday'])
    answerWith(parcel())
    await settle()
    expect(state(view)).toBe('ready')
    expect(view.text()).not.toContain('No newer news.')
  })

  it('offline, the last state is shown with its age', async () => {
    given.client.tellOrder('A1', { shipments: [parcel()] }, { at: fakeNow - 3 * hourMs, trouble: 'offline' })
    const view = await shown()
    expect(state(view)).toBe('stale')
    expect(view.find('[part="age"]').textContent).toMatch(/^As of \d\d:00\. You are offline\.$/)
  })

  it('names no day that was before nobody was in, or before it was held, until there is a new one', async () => {
    const eta = { from: '2011-12-10', to: '2011-12-10', source: 'carrier' as const }
    const held = (more: Partial<Shipment>) => parcel({ phase: 'problem', eta, ...more })
    const titles: (string | undefined)[] = []
    for (const shipment of [
      held({ status: 'delivery_attempted' }), held({ status: 'on_hold' }), held(
        { status: 'on_hold', eta: { ...eta, from: '2011-12-08', to: '2011-12-08' } },
      ),
      held({
        status: 'delayed',
        eta: { ...eta, from: '2011-12-12', to: '2011-12-12', previous: { from: '2011-12-10', to: '2011-12-10' } },
      }),
    ]) {
      answerWith(shipment)
      titles.push(when(await shown())[0])
      document.body.replaceChildren()
    }
    expect(titles).toEqual(['Delivery was tried', 'On hold', 'Was expected Thursday', 'Arrives Monday'])
  })

  it('picked up at a counter is not delivered', async () => {
    answerWith(parcel({
      status: 'picked_up_by_customer', phase: 'done', status_at: iso(hourMs),
      events: [{ at: iso(dayMs), status: 'ready_for_pickup', phase: 'pickup' }],
    }))
    const view = await shown()
    expect(when(view)).toEqual(['Picked up today'])
    expect(view.find('.steps').lastElementChild!.textContent).toBe('Picked up')
  })

  it('what was picked up ends at the counter, also where nobody had said that it lies there', async () => {
    answerWith(parcel({ status: 'picked_up_by_customer', phase: 'done', status_at: iso(hourMs), events: [] }))
    const view = await shown()
    expect(view.all('.steps li').slice(-2).map(step => step.textContent)).toEqual(['Ready for pick-up', 'Picked up'])
  })

  it('what is back at the shop is on no step of its way, unless it was sent back as a return', async () => {
    const steps: number[] = []
    for (const direction of [undefined, 'return'] as const) {
      answerWith(parcel({ status: 'returned', phase: 'done', ...(direction && { direction }) }))
      steps.push((await shown()).all('.steps').length)
      document.body.replaceChildren()
    }
    expect(steps).toEqual([0, 1])
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
    given.client.tellOrder('Z9', { shipments: [parcel()] })
    await settle()
    expect(when(view)).toEqual(['Arrives Thursday'])
  })

  it('knows an order by the endpoint alone', async () => {
    given.client.profileNow.value = undefined
    answerWith(parcel())
    expect(when(await shown())).toEqual(['Arrives Thursday'])
  })

  it('survives statuses, times and shapes that are none of ours', async () => {
given.client.tellOrder(
  'A1', { shipments: [null, { id: 7, status: 'teleported', events: [{ at: 'soon' }, null], items: 'two', eta: { from: 'x' } }] },
)
    const view = await shown()
    expect(state(view)).toBe('ready')
    expect(when(view)).toEqual(['No news yet'])
  })
})

describe('the orders of this browser', () => {
  beforeEach(() => {
    given.client.profileNow.value = fakeProfile(
      { orders: [order('A1', 40 * dayMs), { ...order('B2'), hidden: true }, order('C3', 2 * dayMs)] },
    )
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
    expect(given.client.tracked).toEqual([{ name: 'hide_order', params: { transaction_id: 'C3' } }])
    given.client.profileNow.value = fakeProfile(
      { orders: [order('A1', 40 * dayMs), { ...order('B2'), hidden: true }, { ...order('C3', 2 * dayMs), hidden: true }] },
    )
    await settle()
    expect(view.find('.entry').textContent).toBe('Hidden here.')
  })

  it('opens one to see where it is', async () => {
    given.client.tellOrder('C3', { shipments: [parcel()] })
    const view = await shown({})
    view.button('Where is it').click()
    await settle()
    expect(when(view)).toEqual(['Arrives Thursday'])
    expect(view.root.activeElement?.textContent).toBe('Ordered on Thursday')
  })

  it('is empty without orders, and gone after an erase in another tab', async () => {
    const view = await shown({})
    given.client.profileNow.value = undefined
    given.client.epochNow.value++
    await settle()
    expect(state(view)).toBe('empty')
    expect(view.text()).toBe('')
  })
})
