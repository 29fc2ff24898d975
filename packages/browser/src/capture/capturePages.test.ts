// @vitest-environment page
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import type { ConnectorHost } from '../connector.ts'
import { createShop } from '../createShop.ts'
import { browserEnvironment } from '../environment.ts'
import { given, layerOf, open, kept, names, itemIds, look, hide, withProduct } from './testing/capturedPage.ts'

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
    await expect.poll(() => kept(client)).toMatchObject([{ name: 'view_item', at: 5000 }])
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
    await expect.poll(async () => (await kept(client)).filter(event => event.name === 'view_item').map(itemIds)).toEqual(
      [['22423'], ['85123A']],
    )
  })
})

describe('a platform', () => {
  it('names the page\'s product, and what it leaves out is of the markup: one view with all of it', async () => {
    withProduct()
    const client = open()
    client.shop.use({ name: 'woocommerce', start: host => void host.report('view_item', { items: [{ item_id: '77' }] }) })
    await look(client)
    await expect.poll(() => names(client)).toEqual(['view_item'])
    const [view] = await kept(client)
    expect(view?.params).toMatchObject(
      { currency: 'GBP', items: [{ item_id: '77', item_name: 'Regency Cakestand', price: 12.75 }] },
    )
  })
})

describe('what comes late', () => {
  const product2 = { sku: '85123A', name: 'Heart' }

  it('is found: a product that a script of the page draws after load, a data layer that nobody had yet', async () => {
    const client = open()
    await look(client)
    withProduct()
    layerOf.dataLayer = [{ event: 'add_to_cart', ecommerce: { items: [{ item_id: '84946' }] } }]
    await expect.poll(() => names(client)).toEqual(expect.arrayContaining(['view_item', 'add_to_cart']))
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
    await expect.poll(async () => (await kept(client)).filter(event => event.name === 'view_item').map(itemIds)).toEqual(
      [['22423'], ['85123A']],
    )
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
    expect((events as { name: string; page: string; params: Record<string, unknown> }[]).filter(
      ({ name }) => name === 'view_item',
    )
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
    const client = createShop(
      { consent: 'granted', capture: false },
      { ...browserEnvironment(window), indexedDb: () => factory as unknown as globalThis.IDBFactory },
    )
    given.started.push(client)
    let host: ConnectorHost | undefined
    const stop = client.shop.use({ name: 'shopify', start: given => { host = given; return () => { host = undefined } } })
    await expect.poll(() => host).toBeDefined()
    expect(client.shop.status().connectors).toEqual(['shopify'])
    await host!.cart([{ item_id: 'a', quantity: 2 }], { token: 'one', currency: 'GBP' })
    await host!.report('begin_checkout', { items: [] })
    await expect.poll(() => names(client)).toEqual(['view_cart', 'begin_checkout'])
    await host!.cart([], { token: 'two' })
    await expect.poll(() => names(client)).toEqual(['view_cart', 'begin_checkout', 'view_cart', 'purchase'])
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
    await expect.poll(() => kept(client)).toMatchObject([{ name: 'view_cart' }])
    const [cart] = await kept(client)
    expect(cart?.params).toEqual({ items: [{ item_id: 'a' }] })
  })

  it('that throws is said, and hurts nobody', async () => {
    const client = open({ capture: false })
    client.shop.use({ name: 'broken', start: () => { throw new Error('mine') } })
    await expect.poll(() => client.shop.status().warnings.map(({ code }) => code)).toContain('broken-start')
  })

  it('answers "add to basket" where nobody of the page does', async () => {
    const client = open({ capture: false })
    client.shop.use({ name: 'shopify', start: host => host.answerAdd(() => Promise.reject(new Error('sold out'))) })
    const asked = await client.client()
    await expect.poll(() => asked.canAdd(document.body)).toBe(true)
    expect(await asked.requestAdd(document.body, [{ item_id: 'a' }], { widget: 'w', placement: 'p' }))
      .toEqual({ ok: false, reason: 'rejected', message: 'sold out' })
  })
})
