import { afterEach, beforeEach } from 'vitest'
import { createFakeHost, serveEndpoints, settle, startConnector, type Endpoints } from '../../testing/fakeHost.ts'
import { shopify } from '../shopify.ts'

// Fetched when they are needed; here so that a test need not wait for a file.
import '../addToShopify.ts'
import '../drainOutbox.ts'
import '../tellShopifyPage.ts'

// `cart.js` as public storefronts answer it; amounts in hundredths of the currency, ids as numbers.
export const line = {
  id: 31199879430196, variant_id: 31199879430196, product_id: 4347410415668,
  key: '31199879430196:152986b40ee680774e168406ac7e5c88',
  quantity: 2, title: 'Cotton Crewneck Sweater - Blue', product_title: 'Cotton Crewneck Sweater', variant_title: 'Blue',
  vendor: 'IGC',
  product_type: 'Hoodie', price: 35000, final_price: 31500, url: '/products/cotton-crewneck-sweater?variant=31199879430196',
  image: 'https://cdn.shopify.com/s/files/1/1.jpg', properties: null, sku: '00111',
}
export const cart = (
  items: unknown[], more: object = {},
): object => ({ token: 'b9ffe75095a8', currency: 'GBP', item_count: items.length, items, ...more })

export const page = window as Window & { Shopify?: unknown; ShopifyAnalytics?: unknown }
export const endpoints: Endpoints = {}
/** What each test begins with anew. */
export const given = { host: createFakeHost(window), stop: (): void => {} }

beforeEach(() => {
  for (const request of Object.keys(endpoints)) delete endpoints[request]
  endpoints['GET /cart.js'] = cart([])
  given.host = createFakeHost(window)
})
afterEach(() => {
  given.stop()
  delete page.Shopify
  delete page.ShopifyAnalytics
  localStorage.clear()
  document.body.replaceChildren()
  history.replaceState(null, '', '/')
})

export async function start(): Promise<void> {
  serveEndpoints(window, endpoints)
  given.stop = await startConnector(shopify(), given.host)
}
export const said = (name: string): unknown[] => given.host.said.filter(one => one.name === name).map(({ params }) => params)

/** A standard event as the library makes it: the payload stands on the event. */
export function tell(name: string, payload: object, target: EventTarget = document): Promise<void> {
  target.dispatchEvent(Object.assign(new Event(`shopify:${name}`, { bubbles: true }), payload))
  return settle()
}
