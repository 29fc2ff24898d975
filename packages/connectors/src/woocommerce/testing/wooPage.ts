import { afterEach, beforeEach } from 'vitest'
import { createFakeHost, serveEndpoints, startConnector, type Asked, type Endpoints } from '../../testing/fakeHost.ts'
import { woocommerce } from '../woocommerce.ts'

// Fetched when they are needed; here so that a test need not wait for a file.
import '../addToWoo.ts'
import '../tellWooPage.ts'

// Cut from the cart response of WooCommerce's own documentation:
// https://github.com/woocommerce/woocommerce/blob/trunk/docs/apis/store-api/resources-endpoints/cart.md
export const money = { currency_code: 'USD', currency_symbol: '$', currency_minor_unit: 2 }
export const line = {
  key: 'a5771bce93e200c36f7cd9dfd0e5deaa', id: 38, quantity: 2, name: 'Beanie &amp; Logo&#8217;s', sku: 'Woo-beanie-logo',
  permalink: 'https://local.wordpress.test/product/beanie-with-logo/',
  images: [{ id: 61, src: 'https://local.wordpress.test/1.jpg' }],
  variation: [],
  prices: { price: '1800', regular_price: '2000', sale_price: '1800', ...money, raw_prices: { precision: 6, price: '18000000' } },
}
export const cart = (items: unknown[], totals: object = money): object => ({
  items, items_count: items.length, totals: { total_items: '3600', ...totals }, errors: [],
  shipping_address: { first_name: 'John', phone: '123456778' }, billing_address: { email: 'checkout@templates.com' },
})
export const withNonce = (json: unknown, nonce = 'n1') => (): Response => Response.json(json, { headers: { Nonce: nonce } })
export const cartUrl = 'GET /wp-json/wc/store/v1/cart'
export const addUrl = 'POST /wp-json/wc/store/v1/cart/add-item'

export const page = window as Window & { jQuery?: unknown }
export const endpoints: Endpoints = {}
/** What each test begins with anew. */
export const given = { asked: [] as Asked[], host: createFakeHost(window), stop: (): void => {} }

beforeEach(() => {
  for (const request of Object.keys(endpoints)) delete endpoints[request]
  Object.assign(endpoints, { [cartUrl]: withNonce(cart([])), [addUrl]: withNonce(cart([line]), 'n2') })
  given.host = createFakeHost(window)
})
afterEach(() => {
  given.stop()
  delete page.jQuery
  document.body.className = ''
  document.body.replaceChildren()
  document.head.replaceChildren()
})

export async function start(): Promise<void> {
  given.asked = serveEndpoints(window, endpoints)
  given.stop = await startConnector(woocommerce(), given.host)
}
export const said = (name: string): unknown[] => given.host.said.filter(one => one.name === name).map(({ params }) => params)

/** As much of jQuery as its own events need. */
export function fakeJquery(): {
  trigger(name: string, target?: unknown, detail?: unknown): void; heard: string[]; hearers(): number,
} {
  type Hear = (event: unknown, detail: unknown) => void
  const hearers = new Map<string, Set<Hear>>()
  const heard: string[] = []
  const trigger = (name: string, target: unknown = document.body, detail?: unknown): void => {
    heard.push(name)
    for (const hear of hearers.get(name) ?? []) hear({ target }, detail)
  }
  page.jQuery = () => ({
    on: (
      names: string, hear: Hear,
    ) => { for (const name of names.split(' ')) hearers.set(name, new Set([...hearers.get(name) ?? [], hear])) },
    off: (names: string, hear: Hear) => { for (const name of names.split(' ')) hearers.get(name)?.delete(hear) },
    trigger,
  })
  return { trigger, heard, hearers: () => [...hearers.values()].reduce((sum, { size }) => sum + size, 0) }
}
