import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { readKnown, servePlatform, watchPlatform } from '../browser/platformPage.ts'
import type { SurfaceWindow } from '../browser/plainShop.ts'
import { createShopifyServer } from '../browser/shopifyServer.ts'
import { root } from '../root.ts'

// What Shopify prints into the head of a Liquid page: `Shopify` (https://shopify.dev/docs/api/ajax), and `ShopifyAnalytics.meta`
// as it stands in the pages of public storefronts.
const head = `
window.Shopify = { shop: 'thimble-and-tin.myshopify.com', locale: 'en', currency: { active: 'GBP', rate: '1.0' }, country: 'GB', routes: { root: '/' } }
window.ShopifyAnalytics = { meta: { currency: 'GBP', page: { pageType: 'home' } } }
if (location.pathname.startsWith('/products/')) {
  ShopifyAnalytics.meta.page = { pageType: 'product', resourceType: 'product', resourceId: 9022423 }
  ShopifyAnalytics.meta.product = {
    id: 9022423, gid: 'gid://shopify/Product/9022423', vendor: 'Thimble', type: 'Kitchen',
    variants: [{ id: 22423, price: 1275, name: 'Regency Cakestand - Three tiers', public_title: 'Three tiers', sku: 'RC3' }],
  }
}`

// A theme from before the standard events: its buttons ask the Ajax API, and tell nobody.
const olderTheme = `
const post = (path, body) => fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
document.addEventListener('click', event => {
  if (event.target.id === 'theme-add') post('/cart/add.js', { items: [{ id: 22423, quantity: 2 }] })
  if (event.target.id === 'theme-less') post('/cart/change.js', { id: '22423:152986b40ee6', quantity: 1 })
})`

// A theme of today (https://shopify.dev/docs/storefronts/themes/best-practices/standard-events, …/standard-actions): the event
// comes first, its promise tells how it ended, and the action emits it by itself.
const newerTheme = `
const tell = (name, payload) => document.querySelector('main').dispatchEvent(Object.assign(new Event('shopify:' + name, { bubbles: true }), payload))
const price = amount => ({ amount, currencyCode: 'GBP' })
Shopify.actions = {
  async updateCart({ lines }) {
    const change = fetch('/cart/add.js', {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items: lines.map(line => ({ id: Number(line.merchandiseId.split('/').pop()), quantity: line.quantity })) }),
    }).then(async answer => answer.ok
      ? { cart: { id: 'gid://shopify/Cart/1', lines: [] }, userErrors: [], warnings: [] }
      : { cart: null, userErrors: [{ message: (await answer.json()).description }] })
    tell('cart:lines-update', { action: 'add', context: 'standard-action', lines, promise: change })
    return change
  },
}
document.addEventListener('click', event => {
  const product = { id: 9022423, title: 'Regency Cakestand', handle: 'cakestand' }
  if (event.target.id === 'card') tell('product:view', { context: 'collection', product: { ...product, id: 9000001, selectedVariant: { id: 22720, price: price('4.95') } } })
  if (event.target.id === 'option') tell('product:select', {
    product, selectedOptions: [{ name: 'Tiers', value: 'Two' }],
    promise: Promise.resolve({ variant: { id: 'gid://shopify/ProductVariant/22424', title: 'Two tiers', availableForSale: true, price: price('9.95') } }),
  })
  if (event.target.id === 'search') tell('search:update', { search: { query: 'tea towels' }, promise: Promise.resolve({ totalCount: 12 }) })
})`

const row = '<shopside-recommendations strategy="popular" layout="grid" limit="12"></shopside-recommendations>'
const body = `<button id="theme-add">Add</button><button id="theme-less">Less</button><button name="checkout">Check out</button>
<button id="card">Card</button><button id="option">Two tiers</button><button id="search">Search</button>${row}`
// As `{{ product | structured_data }}` prints it (https://shopify.dev/docs/api/liquid/filters/structured_data): it names the
// product by its sku.
const linkedData = `<script type="application/ld+json">${JSON.stringify({
  '@context': 'http://schema.org/', '@id': '/products/cakestand#product', '@type': 'Product',
  brand: { '@type': 'Brand', name: 'Thimble' },
  category: 'Kitchen', name: 'Regency Cakestand', sku: 'RC3', url: '/products/cakestand',
  offers: {
    '@id': '/products/cakestand?variant=22423#offer', '@type': 'Offer', availability: 'http://schema.org/InStock', price: '12.75',
    priceCurrency: 'GBP', url: '/products/cakestand?variant=22423',
  },
})}</script>`
const scripts = { '/assets/head.js': head, '/assets/older.js': olderTheme, '/assets/newer.js': newerTheme }
const own = { globals: 'Shopify|ShopifyAnalytics|post|tell|price', paths: /\/cart(\/\w+)?\.js/ }
const theme = (name: string) => ({ body, scripts: ['/assets/head.js', `/assets/${name}.js`] })

/** Presses "Add" on the first card whose id is a number, as every variant's is. */
async function addFirst(page: Page, before: (id: number) => void = () => {}): Promise<number> {
  const cards = page.locator('shopside-recommendations [part~="card"]').filter({ has: page.locator('[part~="add"]') })
  await expect(cards.first()).toBeVisible()
  const ids = await cards.evaluateAll(
    all => all.map(card => card.querySelector<HTMLAnchorElement>('a[part~="link"]')!.href.split('/').pop() ?? ''),
  )
  const place = ids.findIndex(id => /^\d+$/.test(id))
  before(Number(ids[place]))
  await cards.nth(place).locator('[part~="add"]').click()
  return Number(ids[place])
}

test('an older theme without a line of code: product, basket, add and order', async ({ page, context }) => {
  const shop = createShopifyServer(id => ({ title: `Variant ${id}`, price: 1275 }))
  const product = { ...theme('older'), body: body + linkedData }
  const host = await servePlatform({ '/products/cakestand': product, '/': theme('older') }, scripts, shop.answer)
  try {
    const oracle = await watchPlatform(page, host, own)
    await page.goto(`${host.url}/products/cakestand`)
    await expect.poll(async () => (await readKnown(page)).events.map(({ name }) => name)).toContain('view_cart')
    const looked = await readKnown(page)
    expect(looked.connectors).toEqual(['shopify'])
    expect(looked.lines).toEqual([])

    // The theme's own button: the request is noticed, the basket is read, hundredths become pounds.
    await page.click('#theme-add')
    await expect.poll(async () => (await readKnown(page)).lines).toEqual([{ item_id: '22423', quantity: 2, price: 12.75 }])
    await page.click('#theme-less')
    await expect.poll(async () => (await readKnown(page)).lines).toEqual([{ item_id: '22423', quantity: 1, price: 12.75 }])

    const added = await addFirst(page)
    await expect(page.getByRole('button', { name: 'Added' }).first()).toBeVisible()
    expect(shop.lines.get(added)).toBe(1)
    await expect.poll(async () => (await readKnown(page)).lines.map(line => line.item_id)).toEqual(['22423', String(added)])

    await page.click('[name="checkout"]')
    await expect.poll(async () => (await readKnown(page)).events.map(({ name }) => name)).toContain('begin_checkout')

    // The checkout's own page, where nothing of the storefront runs but the pixel: it notes the order in the top frame's
    // localStorage.
    const pixel = readFileSync(join(root, 'packages/connectors/pixel/shopify-checkout.js'), 'utf8')
    await page.evaluate(`(async () => {
      const heard = new Map()
      const analytics = { subscribe: (name, hear) => heard.set(name, hear) }
      const storage = { getItem: async key => localStorage.getItem(key), setItem: async (key, value) => localStorage.setItem(key, value) }
      const browser = { localStorage: storage }
      const init = { customerPrivacy: { preferencesProcessingAllowed: true } }
      ${pixel}
      await heard.get('checkout_completed')({ timestamp: new Date().toISOString(), data: { checkout: {
        currencyCode: 'GBP', email: 'jane@example.com', totalPrice: { amount: 25.5 }, order: { id: '5501', customer: { id: '7' } },
        lineItems: [{ title: 'Cakestand', quantity: 1, variant: { id: '22423', price: { amount: 12.75 }, product: { id: '9022423' } } }],
      } } })
    })()`)
    shop.order()
    await page.goto(`${host.url}/`)
    await expect.poll(
      async () => (await readKnown(page)).events.filter(({ name, params }) => name === 'purchase' && !params['inferred']).length,
    ).toBe(1)
    const ordered = await readKnown(page)
    expect(ordered.lines).toEqual([])
    expect(ordered.orders).toBe(1)
    expect(JSON.stringify(ordered)).not.toContain('jane')
    expect(await page.evaluate(() => localStorage.getItem('shopside.outbox'))).toBeNull()

    expect(ordered.events.filter(({ name }) => name === 'view_item')).toMatchObject(
      [{ params: { items: [{ item_id: '22423', price: 12.75 }] } }],
    )
    expect(await oracle.complaints()).toEqual([])
  } finally {
    await context.close()
    await host.close()
  }
})

test('a theme of today: its events are heard, its action adds, and a refusal is said in Shopify\'s words', async ({ page, context }) => {
  const shop = createShopifyServer(id => ({ title: `Variant ${id}`, price: 995 }))
  const host = await servePlatform({ '/products/cakestand': theme('newer') }, scripts, shop.answer)
  try {
    const oracle = await watchPlatform(page, host, own)
    oracle.expectComplaint(/^console: Failed to load resource: the server responded with a status of 422/) // the refusal below
    await page.goto(`${host.url}/products/cakestand`)
    await expect.poll(async () => (await readKnown(page)).events.map(({ name }) => name)).toContain('view_cart')
    for (const id of ['card', 'option', 'search']) await page.click(`#${id}`)
    const added = await addFirst(page)
    await expect(page.getByRole('button', { name: 'Added' }).first()).toBeVisible()
    expect(shop.lines.get(added)).toBe(1)
    await expect.poll(async () => (await readKnown(page)).lines).toEqual([{ item_id: String(added), quantity: 1, price: 9.95 }])

    const { events } = await readKnown(page)
    const viewed = events.filter(({ name }) => name === 'view_item').map(({ params }) => params.items?.[0]?.item_id)
    expect(viewed).toContain('22424')
    expect(viewed).not.toContain('22720')
    expect(events.filter(({ name }) => name === 'search').map(({ params }) => params['search_term'])).toEqual(['tea towels'])
    // One report of the add, by the card that was pressed: the platform tells the basket.
    expect(events.filter(({ name }) => name === 'add_to_cart')).toMatchObject(
      [{ params: { items: [{ item_id: String(added) }] } }],
    )

    await page.reload()
    const refused = await addFirst(page, id => shop.soldOut.add(id))
    await expect(page.getByRole('button', { name: 'Sold out' }).first()).toBeVisible()
    expect(shop.lines.has(refused)).toBe(false)
    expect(await oracle.complaints()).toEqual([])
  } finally {
    await context.close()
    await host.close()
  }
})

test('a basket that answers with an error page leaves everything as it was; a poisoned name is no platform', async ({ page, context }) => {
  const shop = createShopifyServer(id => ({ title: `Variant ${id}`, price: 995 }))
  shop.broken = 500
  const pages = { '/': theme('older'), '/poisoned': { body, scripts: ['/assets/poison.js'] } }
  const poison = { '/assets/poison.js': 'Object.defineProperty(window, "Shopify", { get() { throw new Error("poison") } })' }
  const host = await servePlatform(pages, { ...scripts, ...poison }, shop.answer)
  try {
    const oracle = await watchPlatform(page, host, own)
    oracle.expectComplaint(/^console: Failed to load resource: the server responded with a status of 500/)
    await page.goto(`${host.url}/`)
    await expect.poll(async () => (await readKnown(page)).problems).toContain('cart-unreadable')
    expect((await readKnown(page)).lines).toEqual([])
    await page.goto(`${host.url}/poisoned`)
    expect((await readKnown(page)).connectors).toEqual([])
    expect(await oracle.complaints()).toEqual([])
  } finally {
    await context.close()
    await host.close()
  }
})

test('what the pixel noted is not read before there is a yes, and goes with everything else', async ({ page, context }) => {
  const shop = createShopifyServer(id => ({ title: `Variant ${id}`, price: 1275 }))
  const asking = { ...theme('older'), tag: 'data-model="/shopside/model/" data-currency="GBP"' }
  const host = await servePlatform({ '/': asking }, scripts, shop.answer)
  const note = JSON.stringify([{
    name: 'purchase', at: Date.now() - 60_000, id: '5502', currency: 'GBP', value: 12.75, items: [{ id: '22423', quantity: 1 }],
  }])
  const left = () => page.evaluate(() => localStorage.getItem('shopside.outbox'))
  try {
    const oracle = await watchPlatform(page, host, own)
    const basketsRead = () => host.received.filter(({ path }) => path === '/cart.js').length
    await page.goto(`${host.url}/`)
    await expect.poll(basketsRead).toBe(1)
    await page.evaluate(text => localStorage.setItem('shopside.outbox', text), note)
    await page.reload()
    await expect.poll(basketsRead).toBe(2)
    expect((await readKnown(page)).events.map(({ name }) => name)).not.toContain('purchase')
    expect(await left()).toBe(note)

    await page.evaluate(() => (window as unknown as SurfaceWindow).shopside.consent.set({ personalize: true }))
    await page.reload()
    await expect.poll(async () => (await readKnown(page)).orders).toBe(1)
    expect(await left()).toBeNull()

    await page.evaluate(async text => {
      localStorage.setItem('shopside.outbox', text)
      await (window as unknown as SurfaceWindow).shopside.erase()
    }, note)
    expect(await left()).toBeNull()
    expect(await oracle.complaints()).toEqual([])
  } finally {
    await context.close()
    await host.close()
  }
})
