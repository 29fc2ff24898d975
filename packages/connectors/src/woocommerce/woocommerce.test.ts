// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connectorContract } from '../testing/connectorContract.ts'
import { createFakeHost, serveEndpoints, settle, startConnector, type Asked, type Endpoints, type FakeHost } from '../testing/fakeHost.ts'
import { woocommerce } from './woocommerce.ts'
// Fetched when they are needed; here so that a test need not wait for a file.
import './addToWoo.ts'
import './tellWooPage.ts'

// Cut from the cart response of WooCommerce's own documentation:
// https://github.com/woocommerce/woocommerce/blob/trunk/docs/apis/store-api/resources-endpoints/cart.md
const money = { currency_code: 'USD', currency_symbol: '$', currency_minor_unit: 2 }
const line = {
  key: 'a5771bce93e200c36f7cd9dfd0e5deaa', id: 38, quantity: 2, name: 'Beanie &amp; Logo&#8217;s', sku: 'Woo-beanie-logo',
  permalink: 'https://local.wordpress.test/product/beanie-with-logo/', images: [{ id: 61, src: 'https://local.wordpress.test/1.jpg' }],
  variation: [], prices: { price: '1800', regular_price: '2000', sale_price: '1800', ...money, raw_prices: { precision: 6, price: '18000000' } },
}
const cart = (items: unknown[], totals: object = money): object => ({
  items, items_count: items.length, totals: { total_items: '3600', ...totals }, errors: [],
  shipping_address: { first_name: 'John', phone: '123456778' }, billing_address: { email: 'checkout@templates.com' },
})
const withNonce = (json: unknown, nonce = 'n1') => (): Response => Response.json(json, { headers: { Nonce: nonce } })
const cartUrl = 'GET /wp-json/wc/store/v1/cart'
const addUrl = 'POST /wp-json/wc/store/v1/cart/add-item'

connectorContract({
  create: woocommerce,
  cart: cartUrl,
  empty: cart([]),
  full: cart([line]),
  add: addUrl,
  added: cart([line]),
  refused: () => Response.json({ code: 'woocommerce_rest_cart_product_no_stock', message: 'Sold out, sorry', data: { status: 400 } }, { status: 400 }),
  change: '/wp-json/wc/store/v1/batch',
  other: '/wp-json/wc/store/v1/cart',
})

const page = window as Window & { jQuery?: unknown }
const endpoints: Endpoints = {}
let host: FakeHost
let asked: Asked[] = []
let stop = (): void => {}

beforeEach(() => {
  for (const request of Object.keys(endpoints)) delete endpoints[request]
  Object.assign(endpoints, { [cartUrl]: withNonce(cart([])), [addUrl]: withNonce(cart([line]), 'n2') })
  host = createFakeHost(window)
})
afterEach(() => {
  stop()
  delete page.jQuery
  document.body.className = ''
  document.body.replaceChildren()
  document.head.replaceChildren()
})

async function start(): Promise<void> {
  asked = serveEndpoints(window, endpoints)
  stop = await startConnector(woocommerce(), host)
}
const said = (name: string): unknown[] => host.said.filter(one => one.name === name).map(({ params }) => params)

/** As much of jQuery as its own events need. */
function fakeJquery(): { trigger(name: string, target?: unknown, detail?: unknown): void; heard: string[]; hearers(): number } {
  type Hear = (event: unknown, detail: unknown) => void
  const hearers = new Map<string, Set<Hear>>()
  const heard: string[] = []
  const trigger = (name: string, target: unknown = document.body, detail?: unknown): void => {
    heard.push(name)
    for (const hear of hearers.get(name) ?? []) hear({ target }, detail)
  }
  page.jQuery = () => ({
    on: (names: string, hear: Hear) => { for (const name of names.split(' ')) hearers.set(name, new Set([...hearers.get(name) ?? [], hear])) },
    off: (names: string, hear: Hear) => { for (const name of names.split(' ')) hearers.get(name)?.delete(hear) },
    trigger,
  })
  return { trigger, heard, hearers: () => [...hearers.values()].reduce((sum, { size }) => sum + size, 0) }
}

describe('the basket of WooCommerce', () => {
  it('counts in the minor units that each amount names, and reads names as letters', async () => {
    endpoints[cartUrl] = cart([line])
    await start()
    expect(said('cart')).toEqual([{
      currency: 'USD',
      lines: [{
        item_id: 38, item_name: 'Beanie & Logo’s', price: 18, quantity: 2,
        url: 'https://local.wordpress.test/product/beanie-with-logo/', image_url: 'https://local.wordpress.test/1.jpg',
      }],
    }])
  })

  it.each([['JPY', 0, 1800], ['KWD', 3, 1.8], ['USD', 2, 18]] as const)('has as many digits in %s as the shop says: %i', async (code, digits, price) => {
    const prices = { ...line.prices, currency_code: code, currency_minor_unit: digits }
    endpoints[cartUrl] = cart([{ ...line, prices }], { currency_code: code })
    await start()
    expect(said('cart')).toMatchObject([{ currency: code, lines: [{ price }] }])
  })

  it('has no price where the digits are not told: never one that is a hundred times too high', async () => {
    endpoints[cartUrl] = cart([{ ...line, prices: { price: '1800' } }, { ...line, prices: { price: '18.00', currency_minor_unit: 2 } }])
    await start()
    expect(JSON.stringify(said('cart'))).not.toContain('price')
  })

  it('keeps a line of which only the id is known', async () => {
    endpoints[cartUrl] = cart([{ key: 'x', id: 9, quantity: 1 }])
    await start()
    expect(said('cart')).toMatchObject([{ lines: [{ item_id: 9, quantity: 1 }] }])
  })

  it('names a variation by what was chosen', async () => {
    endpoints[cartUrl] = cart([{ ...line, variation: [{ attribute: 'Color', value: 'Blue' }, { attribute: 'Size', value: 'L &amp; XL' }] }])
    await start()
    expect(said('cart')).toMatchObject([{ lines: [{ item_variant: 'Blue / L & XL' }] }])
  })

  it('takes nothing of the addresses that come along', async () => {
    endpoints[cartUrl] = cart([line])
    await start()
    expect(JSON.stringify(host.said)).not.toMatch(/John|templates|123456778/)
  })

  it('is one reading for the two events of one click', async () => {
    const { trigger } = fakeJquery()
    await start()
    endpoints[cartUrl] = cart([line])
    trigger('added_to_cart')
    document.body.dispatchEvent(new Event('wc-blocks_added_to_cart', { bubbles: true }))
    trigger('wc_fragments_refreshed')
    await settle()
    expect(said('cart')).toHaveLength(2)
    expect(asked).toHaveLength(2)
  })

  it('notices a quantity changed in the Cart block, which fires no event', async () => {
    endpoints[cartUrl] = cart([{ ...line, quantity: 1 }])
    await start()
    endpoints[cartUrl] = cart([line])
    expect(host.request('/wp-json/wc/store/v1/batch')).toBe(true)
    await settle()
    expect(said('cart').map(one => (one as { lines: { quantity: number }[] }).lines[0]?.quantity)).toEqual([1, 2])
    expect(host.request('/wp-json/wc/store/v1/cart/update-item')).toBe(true)
    expect(host.request('/wp-json/wc/store/v1/products')).toBe(false)
  })

  it('is found where WordPress stands in a folder, and never on another origin', async () => {
    const link = Object.assign(document.createElement('link'), { rel: 'https://api.w.org/', href: `${location.origin}/shop/index.php?rest_route=/` })
    document.head.append(link)
    await start()
    stop()
    link.href = 'https://elsewhere.example/wp-json/'
    const before = asked
    await start()
    expect([...before, ...asked].map(({ request }) => request)).toEqual([
      `GET ${location.origin}/shop/index.php?rest_route=/wc/store/v1/cart`, cartUrl,
    ])
  })

  it('hears a jQuery that comes late, and leaves it as it was', async () => {
    await start()
    const { trigger, hearers } = fakeJquery()
    window.dispatchEvent(new Event('load'))
    endpoints[cartUrl] = cart([line])
    trigger('updated_cart_totals')
    await settle()
    expect(said('cart')).toHaveLength(2)
    expect(hearers()).toBe(5)
    stop()
    expect(hearers()).toBe(0)
  })
})

describe('adding at WooCommerce', () => {
  it('writes with the nonce of the answer before, always the freshest', async () => {
    await start()
    await host.add([{ item_id: '38', quantity: 2 }, { item_id: '22' }])
    const writes = asked.filter(({ request }) => request === addUrl)
    expect(writes.map(({ body }) => body)).toEqual([{ id: 38, quantity: 2 }, { id: 22, quantity: 1 }])
    expect(writes.map(({ headers }) => headers.get('Nonce'))).toEqual(['n1', 'n2'])
  })

  it('reads the basket first when nothing has brought a nonce yet', async () => {
    endpoints[cartUrl] = 503
    await start()
    endpoints[cartUrl] = withNonce(cart([]), 'late')
    await host.add([{ item_id: '38' }])
    expect(asked.at(-1)?.request === addUrl || asked.some(({ request, headers }) => request === addUrl && headers.get('Nonce') === 'late')).toBe(true)
  })

  it('writes with the cart token where the shop gives no nonce', async () => {
    endpoints[cartUrl] = () => Response.json(cart([]), { headers: { 'Cart-Token': 'jwt' } })
    await start()
    await host.add([{ item_id: '38' }])
    const write = asked.find(({ request }) => request === addUrl)
    expect([write?.headers.get('Cart-Token'), write?.headers.get('Nonce')]).toEqual(['jwt', null])
  })

  it('asks once more with a fresh nonce when the page was open for too long, and then gives up', async () => {
    await start()
    const stale = (): Response => Response.json({ code: 'woocommerce_rest_invalid_nonce', message: 'Nonce is invalid.' }, { status: 403 })
    let tries = 0
    endpoints[addUrl] = () => (++tries === 1 ? stale() : Response.json(cart([line])))
    endpoints[cartUrl] = withNonce(cart([]), 'fresh')
    await host.add([{ item_id: '38' }])
    expect(asked.filter(({ request }) => request === addUrl).at(-1)?.headers.get('Nonce')).toBe('fresh')
    endpoints[addUrl] = stale
    await expect(host.add([{ item_id: '38' }])).rejects.toThrow('Nonce is invalid.')
  })

  it('says what it chose of a variation when the page has told', async () => {
    const { trigger } = fakeJquery()
    await start()
    const form = Object.assign(document.createElement('form'), { className: 'variations_form' })
    form.dataset['product_id'] = '30'
    trigger('found_variation', form, { variation_id: 31, attributes: { attribute_pa_color: 'blue', attribute_logo: 'Yes' }, display_price: 22.5, sku: 'x' })
    expect(said('view_item')).toEqual([{ currency: 'USD', items: [{ item_id: '31', item_group_id: '30', price: 22.5 }] }])
    await host.add([{ item_id: '31' }])
    expect(asked.find(({ request }) => request === addUrl)?.body).toEqual({
      id: 31, quantity: 1, variation: [{ attribute: 'pa_color', value: 'blue' }, { attribute: 'logo', value: 'Yes' }],
    })
  })

  it('reads a refusal as letters', async () => {
    await start()
    endpoints[addUrl] = () => Response.json({ code: 'x', message: 'You cannot add &quot;Belt&quot; to the cart' }, { status: 400 })
    await expect(host.add([{ item_id: '38' }])).rejects.toThrow('You cannot add "Belt" to the cart')
  })

  it('lets the theme\'s own small basket draw itself again, whichever it has', async () => {
    const { heard } = fakeJquery()
    const blocks = vi.fn()
    document.body.addEventListener('wc-blocks_added_to_cart', blocks)
    await start()
    await host.add([{ item_id: '38' }])
    expect(heard).toContain('wc_fragment_refresh')
    expect(blocks).toHaveBeenCalledOnce()
    endpoints[addUrl] = 500
    await expect(host.add([{ item_id: '38' }])).rejects.toThrow()
    expect(blocks).toHaveBeenCalledOnce()
    document.body.removeEventListener('wc-blocks_added_to_cart', blocks)
  })
})

describe('the pages of WooCommerce', () => {
  it('tell the product that they are about', async () => {
    document.body.className = 'product-template-default single single-product postid-38 theme-storefront woocommerce woocommerce-page'
    await start()
    expect(said('view_item')).toEqual([{ items: [{ item_id: '38' }] }])
  })

  it('tell none where a post is no product', async () => {
    document.body.className = 'single single-post postid-38'
    await start()
    expect(said('view_item')).toEqual([])
  })

  it('tell a checkout with something in it, and take no confirmation for one', async () => {
    document.body.className = 'page woocommerce-checkout woocommerce-page'
    endpoints[cartUrl] = cart([line])
    await start()
    expect(said('begin_checkout')).toMatchObject([{ currency: 'USD', items: [{ item_id: 38 }] }])
    stop()
    host = createFakeHost(window)
    document.body.className += ' woocommerce-order-received'
    await start()
    expect(said('begin_checkout')).toEqual([])
  })

  it('survive what another plugin triggers by the same name', async () => {
    const { trigger } = fakeJquery()
    await start()
    for (const detail of [undefined, null, 7, {}, { attributes: 'x' }, { get variation_id(): never { throw new Error('its own') } }]) {
      trigger('found_variation', undefined, detail)
    }
    expect(host.problems).toContain('variation-unreadable')
    expect(said('cart')).toHaveLength(1)
  })
})
