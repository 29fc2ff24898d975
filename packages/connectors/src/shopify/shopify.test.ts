// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connectorContract } from '../testing/connectorContract.ts'
import { createFakeHost, serveEndpoints, settle, startConnector, type Endpoints, type FakeHost } from '../testing/fakeHost.ts'
import { outboxKey } from './outboxKey.ts'
import { shopify } from './shopify.ts'
// Fetched when they are needed; here so that a test need not wait for a file.
import './addToShopify.ts'
import './drainOutbox.ts'
import './tellShopifyPage.ts'

// `cart.js` as public storefronts answer it; amounts in hundredths of the currency, ids as numbers.
const line = {
  id: 31199879430196, variant_id: 31199879430196, product_id: 4347410415668, key: '31199879430196:152986b40ee680774e168406ac7e5c88',
  quantity: 2, title: 'Cotton Crewneck Sweater - Blue', product_title: 'Cotton Crewneck Sweater', variant_title: 'Blue', vendor: 'IGC',
  product_type: 'Hoodie', price: 35000, final_price: 31500, url: '/products/cotton-crewneck-sweater?variant=31199879430196',
  image: 'https://cdn.shopify.com/s/files/1/1.jpg', properties: null, sku: '00111',
}
const cart = (items: unknown[], more: object = {}): object => ({ token: 'b9ffe75095a8', currency: 'GBP', item_count: items.length, items, ...more })

connectorContract({
  create: shopify,
  cart: 'GET /cart.js',
  empty: cart([]),
  full: cart([line]),
  add: 'POST /cart/add.js',
  added: { items: [line] },
  refused: () => Response.json({ status: 422, message: 'Cart Error', description: 'Sold out, sorry' }, { status: 422 }),
  change: '/en-gb/cart/add.js',
  other: '/cart.js',
})

const page = window as Window & { Shopify?: unknown; ShopifyAnalytics?: unknown }
const endpoints: Endpoints = {}
let host: FakeHost
let stop = (): void => {}

beforeEach(() => {
  for (const request of Object.keys(endpoints)) delete endpoints[request]
  endpoints['GET /cart.js'] = cart([])
  host = createFakeHost(window)
})
afterEach(() => {
  stop()
  delete page.Shopify
  delete page.ShopifyAnalytics
  localStorage.clear()
  document.body.replaceChildren()
  history.replaceState(null, '', '/')
})

async function start(): Promise<void> {
  serveEndpoints(window, endpoints)
  stop = await startConnector(shopify(), host)
}
const said = (name: string): unknown[] => host.said.filter(one => one.name === name).map(({ params }) => params)

/** A standard event as the library makes it: the payload stands on the event. */
function tell(name: string, payload: object, target: EventTarget = document): Promise<void> {
  target.dispatchEvent(Object.assign(new Event(`shopify:${name}`, { bubbles: true }), payload))
  return settle()
}

describe('the basket of Shopify', () => {
  it('counts in hundredths, keeps the price after discount, and names the basket', async () => {
    endpoints['GET /cart.js'] = cart([line])
    await start()
    expect(said('cart')).toEqual([{
      token: 'b9ffe75095a8', currency: 'GBP',
      lines: [{
        item_id: '31199879430196', item_group_id: '4347410415668', item_name: 'Cotton Crewneck Sweater', item_variant: 'Blue',
        item_brand: 'IGC', item_category: 'Hoodie', price: 315, quantity: 2,
        url: '/products/cotton-crewneck-sweater?variant=31199879430196', image_url: 'https://cdn.shopify.com/s/files/1/1.jpg',
      }],
    }])
  })

  it('counts in hundredths where the currency has none: 890000 are 8,900 won', async () => {
    endpoints['GET /cart.js'] = cart([{ ...line, price: 890000, final_price: 890000 }], { currency: 'KRW' })
    await start()
    expect(said('cart')).toMatchObject([{ currency: 'KRW', lines: [{ price: 8900 }] }])
  })

  it('keeps a line whose product was deleted', async () => {
    endpoints['GET /cart.js'] = cart([{ id: 77, variant_id: null, product_id: null, quantity: 1, title: 'Gone', price: 'n/a' }])
    await start()
    expect(said('cart')).toMatchObject([{ lines: [{ item_id: '77', item_name: 'Gone', quantity: 1 }] }])
  })

  it('asks under the address of the market, and nowhere else', async () => {
    page.Shopify = { shop: 'a.myshopify.com', routes: { root: '/en-gb/' } }
    endpoints['GET /en-gb/cart.js'] = cart([line])
    await start()
    expect(said('cart')).toHaveLength(1)
    stop()
    page.Shopify = { routes: { root: '//evil.example/' } }
    const asked = serveEndpoints(window, endpoints)
    stop = await startConnector(shopify(), host)
    expect(asked.map(({ request }) => request)).toEqual(['GET /cart.js'])
  })

  it('looks a while after a form of a theme that tells nobody', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      await start()
      document.body.append(Object.assign(document.createElement('form'), { action: '/en-gb/cart/add' }))
      document.forms[0]!.dispatchEvent(new Event('submit', { bubbles: true }))
      endpoints['GET /cart.js'] = cart([line])
      vi.advanceTimersByTime(3000)
      await settle()
      expect(said('cart')).toHaveLength(2)
    } finally {
      vi.useRealTimers()
    }
  })

  it('says that a checkout was begun with the basket and its token', async () => {
    endpoints['GET /cart.js'] = cart([line])
    await start()
    const button = Object.assign(document.createElement('button'), { name: 'checkout', type: 'button' })
    button.append(document.createElement('span'))
    document.body.append(button)
    button.firstElementChild!.dispatchEvent(new Event('click', { bubbles: true }))
    expect(said('begin_checkout')).toMatchObject([{ cart_token: 'b9ffe75095a8', currency: 'GBP', items: [{ item_id: '31199879430196' }] }])
  })
})

describe('the standard events of Shopify', () => {
  const product = { id: 6786188247105, title: 'Health potion', handle: 'health-potion' }
  const variant = { id: 'gid://shopify/ProductVariant/123', title: 'Large', price: { amount: '12.50', currencyCode: 'GBP' } }
  const viewed = {
    currency: 'GBP', items: [{ item_id: '123', item_group_id: '6786188247105', item_name: 'Health potion', item_variant: 'Large', price: '12.50' }],
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
    const payload = { action: 'add', context: 'product', lines: [{ merchandiseId: 'gid://shopify/ProductVariant/11', quantity: 1 }] }
    await tell('cart:lines-update', { ...payload, promise: Promise.resolve({ cart: { id: 'gid://shopify/Cart/1', lines: [] } }) })
    expect(said('cart')).toHaveLength(2)
    expect(said('add_to_cart')).toEqual([])
  })

  it('takes no notice of a change that was declined or failed', async () => {
    await start()
    endpoints['GET /cart.js'] = cart([line])
    const payload = { action: 'add', context: 'product', lines: [{ merchandiseId: 'gid://shopify/ProductVariant/11', quantity: 1 }] }
    await tell('cart:lines-update', { ...payload, promise: Promise.resolve({ cart: null, userErrors: [{ message: 'Sold out' }] }) })
    await tell('cart:lines-update', { ...payload, promise: Promise.reject(new Error('network')) })
    expect(said('cart')).toHaveLength(1)
    expect(said('add_to_cart')).toEqual([])
  })

  it('reports the add itself where the basket cannot be read', async () => {
    endpoints['GET /cart.js'] = 500
    await start()
    const lines = [{ merchandiseId: 'gid://shopify/ProductVariant/11', quantity: 2 }]
    await tell('cart:lines-update', { action: 'add', context: 'product', lines, promise: Promise.resolve({ cart: null }) })
    await tell('cart:lines-update', { action: 'remove', context: 'cart', lines: [{ id: 'gid://shopify/CartLine/1' }], promise: Promise.resolve({}) })
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

describe('adding at Shopify', () => {
  it('goes by the standard action where there is one, and then says nothing itself', async () => {
    const updateCart = vi.fn(async (_wish: object) => ({ cart: {}, userErrors: [], warnings: [] }))
    page.Shopify = { shop: 'a.myshopify.com', actions: { updateCart } }
    const asked = serveEndpoints(window, endpoints)
    stop = await startConnector(shopify(), host)
    const before = asked.length
    await host.add([{ item_id: '11', quantity: 2 }])
    expect(updateCart).toHaveBeenCalledExactlyOnceWith({ lines: [{ merchandiseId: 'gid://shopify/ProductVariant/11', quantity: 2 }] })
    expect(asked).toHaveLength(before)
    expect(said('add_to_cart')).toEqual([])
  })

  it('passes on what Shopify says against it', async () => {
    page.Shopify = { actions: { updateCart: async () => ({ cart: {}, userErrors: [{ message: 'The product is already sold out.' }] }) } }
    await start()
    await expect(host.add([{ item_id: '11' }])).rejects.toThrow('already sold out')
    page.Shopify = { actions: { updateCart: () => Promise.reject(new Error('Failed to fetch')) } }
    await expect(host.add([{ item_id: '11' }])).rejects.toThrow('Failed to fetch')
  })
})

describe('a product\'s page of Shopify', () => {
  // As it stands in the head of a public storefront.
  const meta = {
    currency: 'INR', page: { pageType: 'product', resourceType: 'product', resourceId: 7737378799837 },
    product: {
      id: 7737378799837, gid: 'gid://shopify/Product/7737378799837', vendor: 'Peachmode', type: 'Kurti',
      variants: [
        { id: 42885690687709, price: 94900, name: 'Lavender Kurti - S', public_title: 'S', sku: 'VMIK-S' },
        { id: 42885690720477, price: 99900, name: 'Lavender Kurti - M', public_title: 'M', sku: 'VMIK-M' },
      ],
    },
  }
  const first = { item_id: '42885690687709', item_group_id: '7737378799837', item_name: 'Lavender Kurti', item_variant: 'S', price: 949 }

  it('is looked at in the variant of its address, else of its form, else the first', async () => {
    page.ShopifyAnalytics = { meta }
    await start()
    expect(said('view_item')).toMatchObject([{ currency: 'INR', items: [{ ...first, item_brand: 'Peachmode', item_category: 'Kurti' }] }])
    stop()
    const form = Object.assign(document.createElement('form'), { action: '/cart/add' })
    form.append(Object.assign(document.createElement('input'), { name: 'id', value: '42885690720477' }))
    document.body.append(form)
    await start()
    expect(said('view_item')[1]).toMatchObject({ items: [{ item_id: '42885690720477', price: 999 }] })
    stop()
    history.replaceState(null, '', '/products/kurti?variant=42885690687709')
    await start()
    expect(said('view_item')[2]).toMatchObject({ items: [first] })
  })

  it.each([
    undefined, 7, { meta: null }, { meta: { ...meta, page: { pageType: 'collection' } } }, { meta: { ...meta, product: { id: 1, variants: [] } } },
    { meta: { ...meta, product: { id: 1 } } }, { get meta(): object { throw new Error('the page\'s own') } },
  ])('is none when the page says otherwise (%#)', async analytics => {
    page.ShopifyAnalytics = analytics
    await start()
    expect(said('view_item')).toEqual([])
    expect(said('cart')).toHaveLength(1)
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
    expect(host.said.filter(({ name }) => name === 'purchase')).toEqual([{
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
    host = createFakeHost(window, 'memory')
    await start()
    expect(said('purchase')).toEqual([])
    expect(localStorage.getItem(outboxKey)).not.toBeNull()
  })

  it('holds no more than the shapes that it knows', async () => {
    const hostile = { ...note, email: 'jane@example.com', shippingAddress: { city: 'Leeds' }, items: [{ ...note.items[0], phone: '+44 7700 900123' }] }
    localStorage.setItem(outboxKey, JSON.stringify([hostile, { ...note, name: 'erase' }, { ...note, at: 'now' }, { ...note, items: 7 }, null]))
    await start()
    expect(said('purchase')).toHaveLength(1)
    expect(JSON.stringify(host.said)).not.toMatch(/jane|Leeds|7700/)
  })

  it.each(['{', '7', 'null', '{"name":"purchase"}'])('is thrown away when it is %s', async text => {
    localStorage.setItem(outboxKey, text)
    await start()
    expect(localStorage.getItem(outboxKey)).toBeNull()
    expect(host.problems).toEqual(['outbox-unreadable'])
  })

  it('does not believe a clock that is ahead, nor an order of long ago', async () => {
    localStorage.setItem(outboxKey, JSON.stringify([{ ...note, at: host.now() + 9e9 }, { ...note, at: host.now() - 9e9 }]))
    await start()
    expect(host.said.filter(({ name }) => name === 'purchase').map(one => one.at)).toEqual([undefined])
  })
})
