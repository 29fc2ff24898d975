// @vitest-environment happy-dom
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ShopsideOptions } from '../client.ts'
import type { ConnectorHost } from '../connector.ts'
import { createShop, type Started } from '../createShop.ts'
import { browserEnvironment } from '../environment.ts'

Object.assign(globalThis, { IDBKeyRange })
vi.setConfig({ testTimeout: 30_000 })
// happy-dom has none; a test has no idle time to wait for.
Object.assign(window, { requestIdleCallback: (run: () => void) => window.setTimeout(run, 0) })

const layerOf = window as unknown as { dataLayer?: unknown[] }
let started: Started[]
let visible = true
Object.defineProperty(document, 'visibilityState', { get: () => (visible ? 'visible' : 'hidden'), configurable: true })

function open(options: ShopsideOptions = {}): Started {
  const client = createShop({ consent: 'granted', ...options }, { ...browserEnvironment(window), indexedDb: () => undefined })
  started.push(client)
  return client
}

/** Files are loaded on the way: on a busy machine that takes a while. */
function eventually<Value>(read: () => Value): ReturnType<typeof expect.poll<Value>> {
  return expect.poll(read, { timeout: 15_000 })
}

/** What was kept so far, without what is about the page alone. */
async function kept({ shop }: Started): Promise<{ name: string; params: Record<string, unknown> }[]> {
  const { events } = await shop.export()
  return (events as { name: string; params: Record<string, unknown> }[]).filter(({ name }) => name !== 'page_view')
}
const names = async (client: Started): Promise<string[]> => (await kept(client)).map(event => event.name)
const itemIds = ({ params }: { params: Record<string, unknown> }): string[] => (params['items'] as { item_id: string }[]).map(item => item.item_id)

/** The page's first look and its second, at load. */
async function look(client: Started): Promise<void> {
  await eventually(() => client.shop.status().capture.state).toBe('ready')
  await new Promise(done => setTimeout(done, 20))
}

function hide(): void {
  visible = false
  document.dispatchEvent(new Event('visibilitychange'))
}

const product = { '@context': 'https://schema.org', '@type': 'Product', 'sku': '22423', 'name': 'Regency Cakestand',
  'offers': { '@type': 'Offer', 'price': '12.75', 'priceCurrency': 'GBP', 'availability': 'https://schema.org/InStock' } }
const withProduct = (more: object = {}): void => {
  const script = document.createElement('script')
  script.type = 'application/ld+json'
  script.textContent = JSON.stringify({ ...product, ...more })
  document.head.append(script)
}

beforeEach(() => {
  started = []
  visible = true
  localStorage.clear()
  delete layerOf.dataLayer
  document.head.replaceChildren()
  document.body.replaceChildren()
  window.history.replaceState(null, '', '/p/22423')
})

afterEach(() => {
  for (const { shop } of started) shop.dispose()
})

describe('a page that says what it sells', () => {
  it('is viewed once, without a line of code', async () => {
    withProduct()
    const client = open()
    await look(client)
    const events = await kept(client)
    expect(events.map(event => event.name)).toEqual(['view_item'])
    expect(events[0]?.params).toMatchObject({ currency: 'GBP', items: [{ item_id: '22423', item_name: 'Regency Cakestand', price: 12.75 }] })
    expect(client.shop.status().capture).toMatchObject({ state: 'ready', sources: ['json-ld', 'address'], fields: { item_name: 'json-ld' } })
  })

  it('is viewed once by whoever says it: the shop\'s own call counts, before the look and after it', async () => {
    withProduct()
    const before = open()
    void before.shop.track('view_item', { items: [{ item_id: 'own-id' }] })
    await look(before)
    expect((await kept(before)).map(itemIds)).toEqual([['own-id']])
    before.shop.dispose()
    const after = open()
    await look(after)
    expect(await after.shop.track('view_item', { items: [{ item_id: '22423' }] })).toEqual({ level: 'memory' })
    expect((await kept(after)).map(itemIds)).toEqual([['22423']])
  })

  it('gives the page\'s item all that any source knows, also when the shop has named it', async () => {
    withProduct()
    const client = open()
    void client.shop.track('view_item', { items: [{ item_id: '22423', price: 11 }] })
    await look(client)
    const { client: ask } = client
    await (await ask()).settled()
    expect(client.shop.status().capture.fields).toMatchObject({ item_id: 'track', price: 'track', item_name: 'json-ld' })
  })

  it('is not read after a no, and tells its item and basket alone before there is an answer', async () => {
    withProduct()
    const denied = open({ consent: 'required' })
    denied.shop.consent.set({ personalize: false })
    await new Promise(done => setTimeout(done, 30))
    expect(denied.shop.status().capture).toMatchObject({ state: 'off', reason: 'denied', sources: [] })
    denied.shop.dispose()
    window.history.replaceState(null, '', '/search?q=cakestand')
    const unknown = open({ consent: 'required' })
    await look(unknown)
    unknown.shop.consent.set({ personalize: true })
    await eventually(() => names(unknown)).toContain('search')
    expect((await names(unknown)).filter(name => name === 'view_item')).toHaveLength(1)
  })

  it('is left alone when the shop says so', async () => {
    withProduct()
    const client = open({ capture: false })
    await new Promise(done => setTimeout(done, 30))
    expect(client.shop.status().capture).toMatchObject({ state: 'off', reason: 'option' })
    expect(await kept(client)).toEqual([])
  })

  it('is looked at for as long as somebody is there, told when it is hidden', async () => {
    withProduct()
    const client = open()
    await look(client)
    await new Promise(done => setTimeout(done, 1050))
    hide()
    await eventually(() => names(client)).toEqual(['view_item', 'user_engagement'])
    const [, stay] = await kept(client)
    expect(stay?.params['engagement_time_msec']).toBeGreaterThanOrEqual(1000)
    expect(itemIds(stay!)).toEqual(['22423'])
  })
})

describe('a data layer', () => {
  const view = { event: 'view_item', ecommerce: { currency: 'GBP', items: [{ item_id: '22423', item_name: 'Cakestand', price: 12.75 }] } }
  const add = { event: 'add_to_cart', ecommerce: { items: [{ item_id: '22423', quantity: 2 }] } }

  it('is heard from its first entry on, and its push is the page\'s own again at the end', async () => {
    const layer = layerOf.dataLayer = [{ ecommerce: null }, view]
    const push = layer.push
    const client = open()
    await look(client)
    expect(layer.push(add as never)).toBe(3)
    await eventually(() => names(client)).toEqual(['view_item', 'add_to_cart'])
    client.shop.dispose()
    expect(layer.push).toBe(push)
    expect(Object.hasOwn(layer, 'push')).toBe(false)
  })

  it('doubles nothing that the shop has tracked, nor what we pushed ourselves', async () => {
    layerOf.dataLayer = [view, add, { ...add, shopside: true }]
    const client = open()
    void client.shop.track('view_item', { items: [{ item_id: '22423' }] })
    void client.shop.track('add_to_cart', { items: [{ item_id: '22423', quantity: 2 }] })
    await look(client)
    expect(await names(client)).toEqual(['view_item', 'add_to_cart'])
  })

  it('may bear another name, and hands a push on that throws nothing into the page', async () => {
    const layer: unknown[] = []
    Object.assign(window, { shopLayer: layer })
    const client = open({ capture: { dataLayer: 'shopLayer' } })
    await look(client)
    expect(layer.push({ get event(): never { throw new Error('mine') } })).toBe(1)
    layer.push(['event', 'search', { search_term: 'tea' }])
    await eventually(() => names(client)).toEqual(['search'])
    delete (window as unknown as { shopLayer?: unknown }).shopLayer
  })
})

describe('names that are none of ours', () => {
  it('are mapped, and stay in the order of the calls', async () => {
    const client = open({ capture: false })
    const first = client.shop.track('Product Added', { sku: 'a', quantity: 1 })
    const second = client.shop.track('purchase', { transaction_id: 'T', items: [{ item_id: 'a' }] })
    const third = client.shop.track('Quiz Finished', { score: 3 })
    await Promise.all([first, second, third])
    expect(await names(client)).toEqual(['add_to_cart', 'purchase', 'custom'])
  })
})

describe('a page that is prepared and not yet looked at', () => {
  it('says nothing before it is shown, and then what was said at its own time', async () => {
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true })
    let time = 5000
    const client = open({ capture: false, now: () => time })
    Reflect.deleteProperty(document, 'prerendering')
    void client.shop.track('view_item', { items: [{ item_id: 'a' }] })
    await new Promise(done => setTimeout(done, 5))
    expect(await kept(client)).toEqual([])
    time = 9000
    document.dispatchEvent(new Event('prerenderingchange'))
    await eventually(() => kept(client)).toMatchObject([{ name: 'view_item', at: 5000 }])
  })
})

describe('routes of a single-page shop', () => {
  it('are viewed each, whatever still stands there of the one before', async () => {
    withProduct()
    const client = open()
    await look(client)
    const go = async (path: string): Promise<void> => {
      window.history.pushState(null, '', path)
      window.dispatchEvent(new PopStateEvent('popstate'))
      await new Promise(done => setTimeout(done, 10))
    }
    await go('/about')
    document.head.replaceChildren()
    withProduct({ sku: '85123A', name: 'Heart' })
    await go('/p/85123A')
    await new Promise(done => setTimeout(done, 1050))
    hide()
    await eventually(async () => (await kept(client)).filter(event => event.name === 'view_item').map(itemIds)).toEqual([['22423'], ['85123A']])
  })
})

describe('a platform', () => {
  it('names the page\'s product, and what it leaves out is of the markup: one view with all of it', async () => {
    withProduct()
    const client = open()
    client.shop.use({ name: 'woocommerce', start: host => void host.report('view_item', { items: [{ item_id: '77' }] }) })
    await look(client)
    await eventually(() => names(client)).toEqual(['view_item'])
    const [view] = await kept(client)
    expect(view?.params).toMatchObject({ currency: 'GBP', items: [{ item_id: '77', item_name: 'Regency Cakestand', price: 12.75 }] })
  })
})

describe('what comes late', () => {
  const product2 = { sku: '85123A', name: 'Heart' }

  it('is found: a product that a script of the page draws after load, a data layer that nobody had yet', async () => {
    const client = open()
    await look(client)
    withProduct()
    layerOf.dataLayer = [{ event: 'add_to_cart', ecommerce: { items: [{ item_id: '84946' }] } }]
    await eventually(() => names(client)).toEqual(expect.arrayContaining(['view_item', 'add_to_cart']))
    expect(client.shop.status().capture.sources).toEqual(expect.arrayContaining(['json-ld', 'data-layer']))
  })

  it('is of the new route: who asks for its item waits for it, not for what still stands there', async () => {
    withProduct()
    const client = open()
    await look(client)
    const ask = await client.client()
    window.history.pushState(null, '', '/p/85123A')
    window.dispatchEvent(new PopStateEvent('popstate'))
    setTimeout(() => {
      document.head.replaceChildren()
      withProduct(product2)
    }, 200)
    await ask.settled()
    expect(client.shop.status().capture.fields).toMatchObject({ item_id: 'json-ld' })
    await eventually(async () => (await kept(client)).filter(event => event.name === 'view_item').map(itemIds)).toEqual([['22423'], ['85123A']])
  })

  it('is of the new route when the shop says it in the task that changes the address', async () => {
    layerOf.dataLayer = []
    const client = open()
    await look(client)
    window.history.pushState(null, '', '/p/85123A')
    layerOf.dataLayer.push({ event: 'view_item', ecommerce: { items: [{ item_id: '85123A' }] } })
    window.history.pushState(null, '', '/#/p/84946')
    void client.shop.track('view_item', { items: [{ item_id: '84946' }] })
    hide()
    const { events } = await client.shop.export()
    expect((events as { name: string; page: string; params: Record<string, unknown> }[]).filter(({ name }) => name === 'view_item')
      .map(event => [event.page, itemIds(event)])).toEqual([['/p/85123A', ['85123A']], ['/', ['84946']]])
  })

  it('counts a hash that is a route as one, and any other as a place on the page', async () => {
    const client = open()
    await look(client)
    for (const hash of ['#/p/1', '#!/p/2', '#reviews']) {
      window.history.pushState(null, '', `/shop${hash}`)
      window.dispatchEvent(new PopStateEvent('popstate'))
    }
    window.history.pushState(null, '', '/shop#delivery')
    window.dispatchEvent(new PopStateEvent('popstate'))
    hide()
    const { events } = await client.shop.export()
    expect((events as { name: string; page: string }[]).filter(({ name }) => name === 'page_view').map(({ page }) => page))
      .toEqual(['/p/22423', '/shop', '/shop', '/shop'])
  })
})

describe('a thousand routes', () => {
  it('are a thousand views, each of its own path, and each route is let go of', async () => {
    const client = open()
    await look(client)
    for (let i = 0; i < 1000; i++) {
      window.history.pushState(null, '', `/r/${i}`)
      window.dispatchEvent(new PopStateEvent('popstate'))
    }
    hide()
    const { events } = await client.shop.export()
    const paths = (events as { name: string; page: string }[]).filter(({ name }) => name === 'page_view').map(({ page }) => page)
    expect(paths).toEqual(['/p/22423', ...Array.from({ length: 1000 }, (_, i) => `/r/${i}`)])
  })
})

describe('a connector', () => {
  it('tells baskets and events, and an order that nobody told of', async () => {
    const factory = new IDBFactory()
    const client = createShop({ consent: 'granted', capture: false }, { ...browserEnvironment(window), indexedDb: () => factory as unknown as globalThis.IDBFactory })
    started.push(client)
    let host: ConnectorHost | undefined
    const stop = client.shop.use({ name: 'shopify', start: given => { host = given; return () => { host = undefined } } })
    await eventually(() => host).toBeDefined()
    expect(client.shop.status().connectors).toEqual(['shopify'])
    await host!.cart([{ item_id: 'a', quantity: 2 }], { token: 'one', currency: 'GBP' })
    await host!.report('begin_checkout', { items: [] })
    await new Promise(done => setTimeout(done, 30))
    await host!.cart([], { token: 'two' })
    await eventually(() => names(client)).toEqual(['view_cart', 'begin_checkout', 'view_cart', 'purchase'])
    const [first, , , order] = await kept(client)
    expect(order?.params).toMatchObject({ inferred: true, items: [{ item_id: 'a', quantity: 2 }] })
    expect(JSON.stringify(first)).not.toContain('"one"')
    stop()
    expect(host).toBeUndefined()
    expect(client.shop.status().connectors).toEqual([])
  })

  it('has its basket taken as it said it, whatever a page has added to Object.prototype', async () => {
    const client = open({ capture: false })
    client.shop.use({ name: 'shopify', start: host => {
      Object.assign(Object.prototype, { token: 'foreign', currency: 'XXX' })
      try {
        void host.cart([{ item_id: 'a' }])
      } finally {
        for (const name of ['token', 'currency']) Reflect.deleteProperty(Object.prototype, name)
      }
      return () => {}
    } })
    await eventually(() => kept(client)).toMatchObject([{ name: 'view_cart' }])
    const [cart] = await kept(client)
    expect(cart?.params).toEqual({ items: [{ item_id: 'a' }] })
  })

  it('that throws is said, and hurts nobody', async () => {
    const client = open({ capture: false })
    client.shop.use({ name: 'broken', start: () => { throw new Error('mine') } })
    await eventually(() => client.shop.status().warnings.map(({ code }) => code)).toContain('broken-start')
  })

  it('answers "add to basket" where nobody of the page does', async () => {
    const client = open({ capture: false })
    client.shop.use({ name: 'shopify', start: host => host.answerAdd(() => Promise.reject(new Error('sold out'))) })
    const asked = await client.client()
    await eventually(() => asked.canAdd(document.body)).toBe(true)
    expect(await asked.requestAdd(document.body, [{ item_id: 'a' }], { widget: 'w', placement: 'p' }))
      .toEqual({ ok: false, reason: 'rejected', message: 'sold out' })
  })
})
