// @vitest-environment page
import { describe, expect, it } from 'vitest'
import { createFakeHost, settle } from '../testing/fakeHost.ts'
import { outboxKey } from './outboxKey.ts'
import { given, line, cart, endpoints, start, said, tell } from './testing/shopifyPage.ts'

describe('the standard events of Shopify', () => {
  const product = { id: 6786188247105, title: 'Health potion', handle: 'health-potion' }
  const variant = { id: 'gid://shopify/ProductVariant/123', title: 'Large', price: { amount: '12.50', currencyCode: 'GBP' } }
  const viewed = {
    currency: 'GBP', items: [
      { item_id: '123', item_group_id: '6786188247105', item_name: 'Health potion', item_variant: 'Large', price: '12.50' },
    ],
  }

  it('takes the page\'s product for looked at, and no card in a grid', async () => {
    await start()
    for (const context of ['search', 'collection', 'dialog', 'recommendation', null]) {
      await tell('product:view', { context, product: { ...product, selectedVariant: variant } })
    }
    expect(said('view_item')).toEqual([])
    await tell('product:view', { context: 'page', product: { ...product, selectedVariant: null } })
    expect(said('view_item')).toEqual([])
    await tell('product:view', { context: 'page', product: { ...product, selectedVariant: variant } })
    expect(said('view_item')).toEqual([viewed])
  })

  it('takes a chosen variant for looked at once it is known, and no choice that has none', async () => {
    await start()
    await tell('product:select', { product, selectedOptions: [], promise: Promise.resolve({ variant }) })
    await tell('product:select', { product, selectedOptions: [], promise: Promise.resolve({ variant: null }) })
    await tell('product:select', { product, selectedOptions: [], promise: Promise.reject(new Error('lookup')) })
    expect(said('view_item')).toEqual([viewed])
  })

  it('reads the basket after a change that succeeded, and reports no add beside it', async () => {
    await start()
    endpoints['GET /cart.js'] = cart([line])
    const payload = {
      action: 'add', context: 'product', lines: [{ merchandiseId: 'gid://shopify/ProductVariant/11', quantity: 1 }],
    }
    await tell('cart:lines-update', { ...payload, promise: Promise.resolve({ cart: { id: 'gid://shopify/Cart/1', lines: [] } }) })
    expect(said('cart')).toHaveLength(2)
    expect(said('add_to_cart')).toEqual([])
  })

  it('takes no notice of a change that was declined or failed', async () => {
    await start()
    endpoints['GET /cart.js'] = cart([line])
    const payload = {
      action: 'add', context: 'product', lines: [{ merchandiseId: 'gid://shopify/ProductVariant/11', quantity: 1 }],
    }
    await tell(
      'cart:lines-update', { ...payload, promise: Promise.resolve({ cart: null, userErrors: [{ message: 'Sold out' }] }) },
    )
    await tell('cart:lines-update', { ...payload, promise: Promise.reject(new Error('network')) })
    expect(said('cart')).toHaveLength(1)
    expect(said('add_to_cart')).toEqual([])
  })

  it('reports the add itself where the basket cannot be read', async () => {
    endpoints['GET /cart.js'] = 500
    await start()
    const lines = [{ merchandiseId: 'gid://shopify/ProductVariant/11', quantity: 2 }]
    await tell('cart:lines-update', { action: 'add', context: 'product', lines, promise: Promise.resolve({ cart: null }) })
    await tell(
      'cart:lines-update',
      { action: 'remove', context: 'cart', lines: [{ id: 'gid://shopify/CartLine/1' }], promise: Promise.resolve({}) },
    )
    expect(said('add_to_cart')).toEqual([{ items: [{ item_id: '11', quantity: 2 }] }])
  })

  it('keeps a search when its words are new, once it has been answered', async () => {
    await start()
    await tell('search:update', { search: { query: 'teapot' }, promise: Promise.resolve({ totalCount: 3 }) })
    await tell('search:update', { search: { query: 'teapot', sortKey: 'PRICE' }, promise: Promise.resolve({}) })
    await tell('search:update', { search: { query: 'cups' }, promise: Promise.reject(new Error('offline')) })
    expect(said('search')).toEqual([{ search_term: 'teapot' }])
  })

  it('looks at the basket when it is opened', async () => {
    await start()
    endpoints['GET /cart.js'] = cart([line])
    await tell('cart:view', { context: 'dialog', cart: null })
    expect(said('cart')).toHaveLength(2)
  })

  it('survives events that carry nothing, or a getter that throws', async () => {
    await start()
    for (const name of ['product:view', 'product:select', 'cart:view', 'cart:lines-update', 'search:update']) await tell(name, {})
    const event = new Event('shopify:product:view')
    Object.defineProperty(event, 'context', { get() { throw new Error('the page\'s own') } })
    document.dispatchEvent(event)
    await settle()
    expect(said('view_item')).toEqual([])
  })
})

describe('the outbox of the checkout pixel', () => {
  const at = Date.parse('2026-11-19T10:00:00Z')
  const note = {
    name: 'purchase', at, id: 'gid://shopify/Order/5501', currency: 'GBP', value: 25,
    items: [{ id: '11', group: '1', name: 'Teapot', price: 12.5, quantity: 2 }],
  }

  it('is read on the next page, each note once and at its own time', async () => {
    localStorage.setItem(outboxKey, JSON.stringify([{ ...note, name: 'begin_checkout', id: undefined }, note]))
    await start()
    expect(given.host.said.filter(({ name }) => name === 'purchase')).toEqual([{
      name: 'purchase', at,
      params: {
        transaction_id: '5501', currency: 'GBP', value: 25,
        items: [{ item_id: '11', item_group_id: '1', item_name: 'Teapot', price: 12.5, quantity: 2 }],
      },
    }])
    expect(said('begin_checkout')).toHaveLength(1)
    expect(localStorage.getItem(outboxKey)).toBeNull()
  })

  it('waits while nothing may be kept: it is of an earlier page', async () => {
    localStorage.setItem(outboxKey, JSON.stringify([note]))
    given.host = createFakeHost(window, 'memory')
    await start()
    expect(said('purchase')).toEqual([])
    expect(localStorage.getItem(outboxKey)).not.toBeNull()
  })

  it('holds no more than the shapes that it knows', async () => {
    const hostile = {
      ...note, email: 'jane@example.com', shippingAddress: { city: 'Leeds' },
      items: [{ ...note.items[0], phone: '+44 7700 900123' }],
    }
    localStorage.setItem(
      outboxKey, JSON.stringify([hostile, { ...note, name: 'erase' }, { ...note, at: 'now' }, { ...note, items: 7 }, null]),
    )
    await start()
    expect(said('purchase')).toHaveLength(1)
    expect(JSON.stringify(given.host.said)).not.toMatch(/jane|Leeds|7700/)
  })

  it.each(['{', '7', 'null', '{"name":"purchase"}'])('is thrown away when it is %s', async text => {
    localStorage.setItem(outboxKey, text)
    await start()
    expect(localStorage.getItem(outboxKey)).toBeNull()
    expect(given.host.problems).toEqual(['outbox-unreadable'])
  })

  it('does not believe a clock that is ahead, nor an order of long ago', async () => {
    localStorage.setItem(
      outboxKey, JSON.stringify([{ ...note, at: given.host.now() + 9e9 }, { ...note, at: given.host.now() - 9e9 }]),
    )
    await start()
    expect(given.host.said.filter(({ name }) => name === 'purchase').map(one => one.at)).toEqual([undefined])
  })
})
