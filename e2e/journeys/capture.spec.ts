import { expect, test, type Page } from '@playwright/test'
import { watchContext } from '../browser/oracle.ts'
import { plainPage, servePlainShop, waitForSurface, type SurfaceWindow } from '../browser/plainShop.ts'
import type { StaticHost } from '../browser/serveFolder.ts'

interface Kept {
  name: string
  page: string
  params: {
    items?: { item_id: string; item_name?: string }[]; search_term?: string; engagement_time_msec?: number,
  } & Record<string, unknown>
}

const cakestand = `<script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org', '@type': 'Product', 'sku': '22423', 'name': 'Regency Cakestand 3 Tier',
  'offers': { '@type': 'Offer', 'price': '12.75', 'priceCurrency': 'GBP', 'availability': 'https://schema.org/InStock' },
})}</script>`
const similar = '<shopside-recommendations strategy="similar" limit="4"></shopside-recommendations>'
const layer = '<script src="/layer.js"></script>'

const script = (body: string) => ({ contentType: 'text/javascript', body })

let host: StaticHost

test.beforeAll(async () => {
  host = await servePlainShop({
    '/': plainPage('<p>Home</p>'),
    '/p/22423': plainPage(cakestand + similar),
    '/p/two': plainPage(cakestand + layer),
    '/asked': plainPage(cakestand + similar, 'data-model="/shopside/model/" data-currency="GBP"'),
    '/search': plainPage('<p>Found</p>'),
    '/spa': plainPage('<div id="view"></div>'),
    '/off': plainPage(cakestand, 'data-capture="off" data-consent="granted"'),
    '/framed': plainPage('<iframe src="/p/22423" title="A product"></iframe>'),
    '/account/jane@example.com/orders/100000123': plainPage(
      '<h1>Jane Doe</h1><form><input name="email" value="jane@example.com"></form>',
    ),
  })
})
test.afterAll(() => host.close())

/** Everything kept so far, without `page_view`. */
async function kept(page: Page, all = false): Promise<Kept[]> {
  const events = await page.evaluate(async () => (await (window as unknown as SurfaceWindow).shopside.export()).events as Kept[])
  return events.filter(
    event => all || (event.name !== 'page_view' && event.name !== 'user_engagement' && event.name !== 'consent_changed'),
  )
}

/** Opens a page and waits until it was read and said. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(host.url + path)
  await waitForSurface(page)
  await expect.poll(() => page.evaluate(() => (window as unknown as SurfaceWindow).shopside.status().capture.state)).toBe('ready')
}

test('a product page with JSON-LD alone is viewed once, and its row is about that product', async ({ page, context }) => {
  const oracle = await watchContext(context, host.url)
  await open(page, '/p/22423')
  await expect(page.locator('shopside-recommendations').locator('[part~="card"]')).toHaveCount(4)
  await expect.poll(async () => (await kept(page)).filter(event => event.name === 'view_item').length).toBe(1)
  const [view] = await kept(page)
  expect(view).toMatchObject({
    page: '/p/22423',
    params: { currency: 'GBP', items: [{ item_id: '22423', item_name: 'Regency Cakestand 3 Tier', price: 12.75 }] },
  })
  const status = await page.evaluate(() => (window as unknown as SurfaceWindow).shopside.status())
  expect(status.capture.fields).toMatchObject({ item_id: 'json-ld', price: 'json-ld' })
  expect(status.match).toEqual({ known: 1, seen: 1, unknown: [] })
  expect(await oracle.complaints()).toEqual([])
})

test('what the shop, its data layer and its markup say of one view is one view', async ({ page, context }) => {
  const oracle = await watchContext(context, host.url)
  oracle.expectComplaint(/asks for \/layer\.js|window\.dataLayer \(new\)/) // the page's own
  await page.route('**/layer.js', route => route.fulfill(script(`
    window.dataLayer = [{ ecommerce: null }, { event: 'view_item', ecommerce: { currency: 'GBP', items: [{ item_id: '22423', price: 12.75 }] } }]`)))
  await open(page, '/p/two')
  await page.evaluate(() => {
    const { shopside, dataLayer } = window as unknown as SurfaceWindow & { dataLayer: unknown[] }
    void shopside.track('view_item', { items: [{ item_id: '22423' }] })
    dataLayer.push({ event: 'add_to_cart', ecommerce: { currency: 'GBP', items: [{ item_id: '22423', quantity: 2 }] } })
  })
  await expect.poll(async () => (await kept(page)).map(event => event.name)).toEqual(['view_item', 'add_to_cart'])
  expect(await oracle.complaints()).toEqual([])
})

test('before an answer the row knows the page\'s item, and nothing is opened; a yes keeps what the page held', async ({ page, context }) => {
  const oracle = await watchContext(context, host.url)
  await open(page, '/asked')
  await expect(page.locator('shopside-recommendations').locator('[part~="card"]')).toHaveCount(4)
  expect(await page.evaluate(async () => [Object.keys(localStorage), await indexedDB.databases()])).toEqual([[], []])
  await page.evaluate(() => (window as unknown as SurfaceWindow).shopside.consent.set({ personalize: true }))
  await expect.poll(
    async () => (await kept(page)).filter(event => event.name === 'view_item').map(event => event.params.items?.[0]?.item_id),
  )
    .toEqual(['22423'])
  expect(await oracle.complaints()).toEqual([])
})

test('a search page tells its term, and the way to it no address and no click id', async ({ page }) => {
  await open(page, '/search?q=cakestand+jane%40example.com&gclid=secret-click&utm_source=news&utm_campaign=jane%40example.com')
  await expect.poll(async () => (await kept(page, true)).map(event => event.name)).toContain('search')
  const events = await kept(page, true)
  expect(events.find(event => event.name === 'search')?.params).toEqual({ search_term: 'cakestand' })
  expect(events.find(event => event.name === 'page_view')).toMatchObject(
    { page: '/search', params: { page_type: 'search', source: 'news', click_ids: 'gclid' } },
  )
  expect(JSON.stringify(events)).not.toMatch(/secret|jane|utm/)
})

test('a stay is told when the page is left, by the next page at the latest', async ({ page }) => {
  await open(page, '/p/22423')
  await page.mouse.move(100, 100)
  await page.waitForTimeout(1_300)
  await page.mouse.move(120, 120)
  await open(page, '/')
  await expect.poll(async () => (await kept(page, true)).filter(event => event.name === 'user_engagement').map(
    ({ page: path, params }) => [path, params.items],
  ))
    .toEqual([['/p/22423', [{ item_id: '22423' }]]])
})

test('routes of a single-page shop are viewed each, and the back-forward cache doubles none', async ({ page, context }) => {
  const oracle = await watchContext(context, host.url)
  await open(page, '/spa')
  for (const [id, name] of [['84946', 'Antique Silver Tea Glass'], ['22423', 'Regency Cakestand 3 Tier']] as const) {
    await page.evaluate(([path, itemId, title]) => {
      history.pushState(null, '', path)
      // As a framework does it: a moment later, what stands there is of the new route.
      setTimeout(() => {
        const view = document.getElementById('view')!
        view.dataset['shopsideProduct'] = itemId
        view.dataset['shopsideName'] = title
      }, 100)
    }, [`/p/${id}`, id, name] as const)
    await expect.poll(async () => (await kept(page)).at(-1)?.params.items?.[0]?.item_id).toBe(id)
  }
  await page.evaluate(() => {
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  })
  const views = (await kept(page)).filter(event => event.name === 'view_item')
  expect(
    views.map(event => [event.page, event.params.items?.[0]?.item_id]),
  ).toEqual([['/p/84946', '84946'], ['/p/22423', '22423']])
  expect(await oracle.complaints()).toEqual([])
})

test('a page that is switched off, a frame and an account page tell nothing that they should not', async ({ page }) => {
  await page.goto(`${host.url}/off`)
  await waitForSurface(page)
  expect(
    await page.evaluate(() => (window as unknown as SurfaceWindow).shopside.status().capture),
  ).toMatchObject({ state: 'off', reason: 'option' })
  await page.goto(`${host.url}/framed`)
  const frame = page.frames().find(one => one.url().endsWith('/p/22423'))!
  await frame.waitForFunction(() => typeof (window as { shopside?: { track?: unknown } }).shopside?.track === 'function')
  await expect.poll(
    () => frame.evaluate(() => (window as unknown as SurfaceWindow).shopside.status().capture.reason),
  ).toBe('frame')
  await open(page, '/account/jane@example.com/orders/100000123')
  await expect.poll(async () => (await kept(page, true)).some(event => event.page.startsWith('/account'))).toBe(true)
  const events = await kept(page, true)
  expect(events.filter(event => event.page.startsWith('/account')).map(event => event.page)).toContain('/account/*/orders/*')
  expect(JSON.stringify(events)).not.toMatch(/jane|Jane|100000123/)
})
