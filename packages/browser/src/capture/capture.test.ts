// @vitest-environment page
import { describe, expect, it } from 'vitest'
import { layerOf, open, kept, names, itemIds, look, hide, withProduct } from './testing/capturedPage.ts'

describe('a page that says what it sells', () => {
  it('is viewed once, without a line of code', async () => {
    withProduct()
    const client = open()
    await look(client)
    const events = await kept(client)
    expect(events.map(event => event.name)).toEqual(['view_item'])
    expect(events[0]?.params).toMatchObject(
      { currency: 'GBP', items: [{ item_id: '22423', item_name: 'Regency Cakestand', price: 12.75 }] },
    )
    expect(client.shop.status().capture).toMatchObject(
      { state: 'ready', sources: ['json-ld', 'address'], fields: { item_name: 'json-ld' } },
    )
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
    await expect.poll(() => denied.shop.status().capture).toMatchObject({ state: 'off', reason: 'denied', sources: [] })
    denied.shop.dispose()
    window.history.replaceState(null, '', '/search?q=cakestand')
    const unknown = open({ consent: 'required' })
    await look(unknown)
    unknown.shop.consent.set({ personalize: true })
    await expect.poll(() => names(unknown)).toContain('search')
    expect((await names(unknown)).filter(name => name === 'view_item')).toHaveLength(1)
  })

  it('is left alone when the shop says so', async () => {
    withProduct()
    const client = open({ capture: false })
    await expect.poll(() => client.shop.status().capture).toMatchObject({ state: 'off', reason: 'option' })
    expect(await kept(client)).toEqual([])
  })

  it('is looked at for as long as somebody is there, told when it is hidden', async () => {
    withProduct()
    const client = open()
    await look(client)
    await new Promise(done => setTimeout(done, 1050))
    hide()
    await expect.poll(() => names(client)).toEqual(['view_item', 'user_engagement'])
    const [, stay] = await kept(client)
    expect(stay?.params['engagement_time_msec']).toBeGreaterThanOrEqual(1000)
    expect(itemIds(stay!)).toEqual(['22423'])
  })
})

describe('a data layer', () => {
  const view = {
    event: 'view_item', ecommerce: { currency: 'GBP', items: [{ item_id: '22423', item_name: 'Cakestand', price: 12.75 }] },
  }
  const add = { event: 'add_to_cart', ecommerce: { items: [{ item_id: '22423', quantity: 2 }] } }

  it('is heard from its first entry on, and its push is the page\'s own again at the end', async () => {
    const layer = layerOf.dataLayer = [{ ecommerce: null }, view]
    const push = layer.push
    const client = open()
    await look(client)
    expect(layer.push(add as never)).toBe(3)
    await expect.poll(() => names(client)).toEqual(['view_item', 'add_to_cart'])
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

  it('is read anew after a yes for what it has not told before: what was put into the basket meanwhile is there once', async () => {
    const layer: unknown[] = layerOf.dataLayer = [add, ['event', 'select_item', { items: [{ item_id: '1' }] }]]
    const client = open({ consent: 'required' })
    await look(client)
    layer.push({ ...add }, { ...add })
    client.shop.consent.set({ personalize: true })
    await expect.poll(() => names(client)).toContain('select_item')
    layer.push({ ...add })
    expect((await names(client)).filter(name => name === 'add_to_cart')).toHaveLength(4)
  })

  it('may bear another name, and hands a push on that throws nothing into the page', async () => {
    const layer: unknown[] = []
    Object.assign(window, { shopLayer: layer })
    const client = open({ capture: { dataLayer: 'shopLayer' } })
    await look(client)
    expect(layer.push({ get event(): never { throw new Error('mine') } })).toBe(1)
    layer.push(['event', 'search', { search_term: 'tea' }])
    await expect.poll(() => names(client)).toEqual(['search'])
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
