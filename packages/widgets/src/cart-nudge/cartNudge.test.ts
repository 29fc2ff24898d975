// @vitest-environment page
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CartLine } from '@shopside/engine'
import { connect } from '../connect.ts'
import { leaveBasket, modelOf } from '../testing/fakeBasket.ts'
import { createFakeClient, fakeNow, type FakeClient } from '../testing/fakeClient.ts'
import { installFakeIntersection } from '../testing/fakeIntersection.ts'
import { fakeProduct } from '../testing/fakeProducts.ts'
import { mount, settle, type Mounted } from '../testing/mount.ts'
import './define.ts'

const tag = 'shopside-cart-nudge'
const dayMs = 86_400_000
let client: FakeClient
let disconnect: () => void

beforeEach(() => {
  installFakeIntersection()
  client = createFakeClient()
  disconnect = connect(client)
})
afterEach(async () => {
  document.body.replaceChildren()
  delete document.body.dataset['page']
  await settle()
  disconnect()
})

async function shown(attributes: Record<string, string> = { 'cart-url': '/basket' }): Promise<Mounted> {
  const nudge = mount(tag, attributes)
  await settle()
  nudge.timers.advance(2000)
  await settle()
  return nudge
}
const state = (nudge: Mounted): string | undefined => nudge.element.dataset['state']
const events = (name: string): Record<string, unknown>[] =>
  client.tracked.filter(each => each.name === name).map(each => each.params)

describe('what it says', () => {
  it('names the day, three pictures and how many more, and today’s total', async () => {
    leaveBasket(client, 7)
    const nudge = await shown()
    expect(state(nudge)).toBe('ready')
    expect(nudge.find('h2').textContent).toBe('Your basket from Thursday is still here.')
    expect(nudge.all('img')).toHaveLength(3)
    expect(nudge.text()).toContain('+4')
    expect(nudge.text()).toContain('Today: £35.00')
    expect(events('view_promotion')).toEqual([{ promotion_id: 'cart-nudge', creative_slot: 'corner' }])
  })

  it('says changes first, a dearer one as plainly as a cheaper one', async () => {
    leaveBasket(client, 4)
    client.answers.products.set('p1', fakeProduct('p1', 'Thing 1', { price: 4.7 }))
    client.answers.products.set('p2', fakeProduct('p2', 'Thing 2', { price: 6 }))
    client.modelNow.value = modelOf(client, ['p3'])
    const nudge = await shown()
    expect(nudge.find('[part="changes"]').textContent).toBe('1 is sold out, 1 costs £0.30 less now, 1 costs £1.00 more now.')
    expect(nudge.button('Put 3 things back')).toBeTruthy()
    expect(nudge.text()).toContain('Today: £15.70')
  })

  it('leaves the total out when prices are older than a week', async () => {
    const at = fakeNow - 9 * dayMs
    const lines: CartLine[] = [{ item_id: 'a', item_name: 'A', quantity: 1, price: 5, addedAt: at }]
    leaveBasket(client, 0, { lastAt: at, rememberedCart: { lines, currency: 'GBP', at } })
    const nudge = await shown()
    expect(state(nudge)).toBe('stale')
    expect(nudge.text()).toContain('Your basket from 1 December is still here.')
    expect(nudge.text()).not.toContain('£')
  })

  it('shows the words of the shop about returns above the button', async () => {
    leaveBasket(client, 1)
    const nudge = await shown()
    const order = [...nudge.root.querySelectorAll('slot[name="assurance"], [part="button"]')]
    expect(order.map(each => each.localName)).toEqual(['slot', 'button'])
  })
})

describe('what can be done', () => {
  it('puts back only what the present basket lacks, and says so', async () => {
    const lines = leaveBasket(client, 5)
    client.cartNow.value = { lines: [lines[0]!], currency: 'GBP', changedAt: fakeNow - dayMs, source: 'snapshot' }
    const nudge = await shown()
    nudge.button('Put 4 things back').click()
    await settle()
    expect(client.adds).toHaveLength(1)
    expect(client.adds[0]!.items.map(item => item.item_id)).toEqual(['p1', 'p2', 'p3', 'p4'])
    expect(nudge.find('h2').textContent).toBe('Back in your basket.')
    expect(nudge.find('[role="status"]').textContent).toBe('Back in your basket. Basket: 5')
    client.cartNow.value = { lines, currency: 'GBP', changedAt: fakeNow, source: 'snapshot' }
    await settle()
    expect(nudge.button('Go to basket').getAttribute('href')).toBe('/basket')
  })

  it('says so when the shop refuses', async () => {
    leaveBasket(client, 2)
    client.answers.add = () => ({ ok: false, reason: 'rejected' })
    const nudge = await shown()
    nudge.button('Put 2 things back').click()
    await settle()
    expect(nudge.text()).toContain('Could not be put back. Open the products')
  })

  it('goes to the basket while the shop still has everything', async () => {
    const lines = leaveBasket(client, 2)
    client.cartNow.value = { lines, currency: 'GBP', changedAt: fakeNow - 2 * dayMs, source: 'snapshot' }
    const nudge = await shown()
    expect(nudge.button('Go to basket').localName).toBe('a')
  })

  it('is gone on "Not now", and says so to the log', async () => {
    leaveBasket(client, 2)
    const nudge = await shown()
    nudge.button('Not now').click()
    await settle()
    expect(state(nudge)).toBe('empty')
    expect(nudge.all('section')).toEqual([])
    expect(events('dismiss_promotion')).toEqual([{ promotion_id: 'cart-nudge' }])
  })

  it('forgets baskets from its why', async () => {
    leaveBasket(client, 2)
    const nudge = await shown()
    nudge.button('Why this').click()
    await settle()
    expect(nudge.text()).toContain('You put 2 things in on Thursday.')
    nudge.button('Don’t remember baskets').click()
    await settle()
    expect(events('forget')).toEqual([{ what: 'baskets' }])
    expect(state(nudge)).toBe('empty')
  })
})

describe('when it speaks', () => {
  it('is only a dot with the count in the first hour', async () => {
    const at = fakeNow - 10 * 60_000
    const lines: CartLine[] = [{ item_id: 'a', quantity: 2, addedAt: at }, { item_id: 'b', quantity: 1, addedAt: at }]
    const cart = { lines, currency: 'GBP', changedAt: at, source: 'snapshot' as const }
    leaveBasket(client, 0, { visits: 1, lastAt: at, cart })
    client.profileNow.value = { ...client.profileNow.value!, firstAt: at, visitStartedAt: at }
    delete client.profileNow.value.rememberedCart
    client.cartNow.value = cart
    const nudge = await shown()
    expect(nudge.find('.dot').textContent).toBe('2')
    expect(nudge.find('.dot').getAttribute('aria-label')).toBe('Basket: 2')
    expect(nudge.all('section')).toEqual([])
  })

  it('waits two seconds, and two more after each scroll or key', async () => {
    leaveBasket(client, 2)
    const nudge = mount(tag)
    await settle()
    nudge.timers.advance(1900)
    dispatchEvent(new Event('scroll'))
    nudge.timers.advance(1900)
    dispatchEvent(new Event('keydown'))
    nudge.timers.advance(1900)
    expect(nudge.all('section')).toEqual([])
    nudge.timers.advance(200)
    await settle()
    expect(nudge.all('section')).toHaveLength(1)
  })

  it.each([
    ['a focused field', () => document.body.appendChild(document.createElement('input')).focus()],
    ['an open dialog', () => document.body.appendChild(document.createElement('dialog')).setAttribute('open', '')],
    ['a consent bar', () => document.body.appendChild(document.createElement('div')).setAttribute('role', 'dialog')],
    [
      'whatever the shop marks',
      () => document.body.appendChild(document.createElement('div')).setAttribute('data-shopside-block', ''),
    ],
  ])('never speaks over %s, and speaks once that is gone', async (_, block) => {
    leaveBasket(client, 2)
    const nudge = mount(tag)
    block()
    await settle()
    nudge.timers.advance(10_000)
    await settle()
    expect(nudge.all('section')).toEqual([])
    document.body.lastElementChild!.remove()
    nudge.timers.advance(2000)
    await settle()
    expect(nudge.all('section')).toHaveLength(1)
  })

  it('is silent on a checkout page', async () => {
    leaveBasket(client, 2)
    document.body.dataset['page'] = 'checkout'
    const nudge = await shown()
    expect(state(nudge)).toBe('empty')
    expect(client.reports.at(-1)?.reason).toBe('checkout')
  })

  it('is silent when something else has spoken on this page', async () => {
    leaveBasket(client, 2)
    client.answers.mayInterrupt = false
    const nudge = await shown()
    expect(state(nudge)).toBe('empty')
    expect(events('view_promotion')).toEqual([])
  })

  it('says nothing without a remembered shopper', async () => {
    client.profileNow.value = undefined
    const nudge = await shown()
    expect(nudge.all('section')).toEqual([])
  })

  it('stays while the page hears of its own show', async () => {
    leaveBasket(client, 2)
    const nudge = await shown()
    client.profileNow.value = { ...client.profileNow.value!, promotions: { 'cart-nudge': { shownAt: [fakeNow], dismissals: 0 } } }
    await settle()
    expect(nudge.all('section')).toHaveLength(1)
  })

  it('is gone at once when another tab dismissed it, ordered, or erased', async () => {
    for (const change of [
      () => ({ ...client.profileNow.value!, promotions: { 'cart-nudge': { shownAt: [], dismissals: 1, dismissedAt: fakeNow } } }),
      () => ({ ...client.profileNow.value!, rememberedCart: undefined as never, cartClosedAt: fakeNow }),
      () => undefined,
    ]) {
      leaveBasket(client, 2)
      const nudge = await shown()
      expect(nudge.all('section')).toHaveLength(1)
      client.profileNow.value = change()
      client.epochNow.value++
      await settle()
      expect(nudge.all('section')).toEqual([])
      nudge.element.remove()
      await settle()
    }
  })
})
