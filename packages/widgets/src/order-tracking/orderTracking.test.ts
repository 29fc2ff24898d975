// @vitest-environment page
import { describe, expect, it } from 'vitest'
import { fakeNow, fakeProfile } from '../testing/fakeClient.ts'
import { settle } from '../testing/mount.ts'
import { given, dayMs, iso, order, parcel, answerWith, shown, state, when } from './testing/trackedOrder.ts'

describe('an order on its way', () => {
  it('answers when, where, what and what can be done, in this order', async () => {
    answerWith(parcel({ tracking_number: '42', tracking_url: 'https://carrier.example/42', carrier: { name: 'Parcelpost' } }))
    const view = await shown()
    expect(state(view)).toBe('ready')
    const text = view.text()
    const places = ['Arrives Thursday', 'On its way', '72 × Cake Tins', 'Follow at Parcelpost', 'All 3 updates'].map(
      words => text.indexOf(words),
    )
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
    answerWith(parcel({ eta: {
      from: '2011-12-16', to: '2011-12-16', source: 'carrier', previous: { from: '2011-12-15', to: '2011-12-15' },
      reason: 'held at customs',
    } }))
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
      parcel({
        id: 'b', items: [{ item_id: 'p1', item_name: 'Cake Tins', quantity: 24 }], eta: { from: '2011-12-17', source: 'carrier' },
      }),
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
    given.client.tellOrder('A1', { shipments: [parcel()] }, { fresh: new Set(['s1']), unread: new Set(['s1']) })
    const view = await shown()
    expect(view.find('[aria-current="step"]').textContent).toBe('On its way New')
    expect(view.find('[role="status"]').textContent).toBe('New: On its way')
    expect(given.client.seenOrders).toEqual(['A1'])
  })

  it('says nothing of a step that was read out before, though it is still new', async () => {
    given.client.tellOrder('A1', { shipments: [parcel()] }, { fresh: new Set(['s1']) })
    const view = await shown()
    expect(view.find('[aria-current="step"]').textContent).toBe('On its way New')
    expect(view.find('[role="status"]').textContent).toBe('')
  })

  it('reads out what comes while it is being looked at', async () => {
    answerWith(parcel())
    const view = await shown()
    given.client.tellOrder(
      'A1', { shipments: [parcel({ status: 'out_for_delivery', phase: 'arriving' })] },
      { fresh: new Set(['s1']), unread: new Set(['s1']) },
    )
    await settle()
    expect(view.find('[role="status"]').textContent).toBe('New: Out for delivery')
    expect(view.find('[aria-current="step"]').textContent).toBe('Nearby New')
    expect(given.client.seenOrders).toEqual(['A1', 'A1'])
  })

  it('says how old its news are, quietly, until there is no more to come', async () => {
    given.client.tellOrder('A1', { shipments: [parcel()] }, { at: fakeNow - 10 * 60_000 })
    const view = await shown()
    expect(state(view)).toBe('ready')
    expect(view.find('[part="age"]').textContent).toMatch(/^As of \d\d:50\.$/)
    answerWith(parcel({ status: 'delivered', phase: 'done', status_at: iso(0) }))
    await settle()
    expect(when(view)).toEqual(['Delivered today'])
    expect(view.all('[part="age"]')).toEqual([])
  })

  it('tells no change when the day only became more exact', async () => {
    answerWith(parcel({
      promised: { from: '2011-12-15', to: '2011-12-15' },
      eta: { from: '2011-12-15T14:00:00Z', to: '2011-12-15T16:00:00Z', source: 'carrier' },
    }))
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

describe('an order that must not be shown', () => {
  it.each([
    ['hidden', { orders: [{ ...order('A1'), hidden: true as const }] }],
    ['forgotten', { orders: [] }],
  ])('goes from the page when it is %s in another tab', async (_, left) => {
    answerWith(parcel())
    const view = await shown()
    given.client.profileNow.value = fakeProfile(left)
    given.client.epochNow.value++
    await settle()
    expect(state(view)).toBe('empty')
    expect(view.text()).toBe('')
    expect(given.client.followed.count).toBe(0)
  })

  it('is never one that the page\'s address names', async () => {
    history.replaceState(null, '', '?order=1001&t=aaaaaaaaaaaaaaaaaaaaaa&coupon=FREE100')
    given.client.profileNow.value = fakeProfile({ orders: [] })
    given.client.tellOrder('1001', { shipments: [parcel()] })
    const view = await shown({})
    history.replaceState(null, '', '?')
    expect(state(view)).toBe('empty')
    expect(given.client.followed.count).toBe(0)
  })

  it('is followed no longer than it is on the page', async () => {
    answerWith(parcel())
    const view = await shown()
    expect(given.client.followed.count).toBe(1)
    view.element.setAttribute('order', 'B2')
    await settle()
    expect(given.client.followed.count).toBe(1)
    view.element.remove()
    await settle()
    expect(given.client.followed.count).toBe(0)
  })
})
