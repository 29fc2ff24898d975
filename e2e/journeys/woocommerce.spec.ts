import { expect, test } from '@playwright/test'
import { readKnown, servePlatform, watchPlatform } from '../browser/platformPage.ts'
import { createWooServer } from '../browser/wooServer.ts'

// As much of jQuery as its events need, in the place of the one that WordPress brings along; then what the classic theme and the
// blocks do when a button is pressed: `added_to_cart` by jQuery, `wc-blocks_added_to_cart` natively, and nothing at all when the
// Cart block changes a quantity.
const theme = `
const hearers = {}
window.jQuery = () => ({
  on: (names, hear) => names.split(' ').forEach(name => (hearers[name] ??= []).push(hear)),
  off: (names, hear) => names.split(' ').forEach(name => hearers[name] = (hearers[name] ?? []).filter(other => other !== hear)),
  trigger: name => (hearers[name] ?? []).forEach(hear => hear({ type: name, target: document.body })),
})
window.wc_add_to_cart_params = { wc_ajax_url: '/?wc-ajax=%%endpoint%%' }
const api = (path, body) => fetch('/wp-json/wc/store/v1/' + path, body && {
  method: 'POST', headers: { 'content-type': 'application/json', Nonce: 'n1' }, body: JSON.stringify(body),
})
document.addEventListener('click', async event => {
  if (event.target.id === 'theme-add') {
    await api('cart/add-item', { id: 22423, quantity: 1 })
    jQuery(document.body).trigger('added_to_cart')
    document.body.dispatchEvent(new CustomEvent('wc-blocks_added_to_cart', { bubbles: true }))
  }
  if (event.target.id === 'block-more') api('batch', { requests: [{ path: '/wc/store/v1/cart/update-item', body: { key: 'a5771bce22423', quantity: 3 } }] })
})`

const body = `<button id="theme-add">Add to basket</button><button id="block-more">More</button>
<shopside-recommendations strategy="popular" layout="grid" limit="12"></shopside-recommendations>`
const own = { globals: 'jQuery|wc_add_to_cart_params', paths: /\/wp-json\/wc\/store\/v1\/\S+/ }
const productPage = { body, scripts: ['/assets/theme.js'], bodyClass: 'single-product postid-22423 woocommerce woocommerce-page' }
const checkout = { body: '<p>Pay</p>', scripts: ['/assets/theme.js'], bodyClass: 'woocommerce-checkout woocommerce-page' }

test('a WooCommerce shop without a line of code: product, basket, silent changes, add and checkout', async ({ page, context }) => {
  const shop = createWooServer(id => ({ name: `Cakestand &amp; Co ${id}`, price: '1275' }))
  const host = await servePlatform(
    { '/product/cakestand': productPage, '/checkout': checkout }, { '/assets/theme.js': theme }, shop.answer,
  )
  try {
    const oracle = await watchPlatform(page, host, own)
    await page.goto(`${host.url}/product/cakestand`)
    await expect.poll(async () => (await readKnown(page)).events.map(({ name }) => name)).toContain('view_cart')
    expect((await readKnown(page)).connectors).toEqual(['woocommerce'])

    // Two events and a request for one click: one change.
    await page.click('#theme-add')
    await expect.poll(async () => (await readKnown(page)).lines).toEqual([{ item_id: '22423', quantity: 1, price: 12.75 }])
    await page.click('#block-more')
    await expect.poll(async () => (await readKnown(page)).lines).toEqual([{ item_id: '22423', quantity: 3, price: 12.75 }])
    const baskets = (await readKnown(page)).events.filter(({ name }) => name === 'view_cart')
    expect(baskets.map(({ params }) => params.items?.[0]?.quantity)).toEqual([undefined, 1, 3])

    const cards = page.locator('shopside-recommendations [part~="card"]').filter({ has: page.locator('[part~="add"]') })
    const ids = await cards.evaluateAll(
      all => all.map(card => card.querySelector<HTMLAnchorElement>('a[part~="link"]')!.href.split('/').pop() ?? ''),
    )
    const place = ids.findIndex(id => /^\d+$/.test(id) && id !== '22423')
    await cards.nth(place).locator('[part~="add"]').click()
    await expect(page.getByRole('button', { name: 'Added' }).first()).toBeVisible()
    expect(shop.lines.get(Number(ids[place]))).toBe(1)
    await expect.poll(async () => (await readKnown(page)).lines.map(line => line.item_id)).toEqual(['22423', ids[place]])

    await page.goto(`${host.url}/checkout`)
    await expect.poll(async () => (await readKnown(page)).events.map(({ name }) => name)).toContain('begin_checkout')
    const { events } = await readKnown(page)
    expect(events.filter(({ name }) => name === 'view_item')).toMatchObject([{ params: { items: [{ item_id: '22423' }] } }])
    expect(JSON.stringify(events)).not.toMatch(/John|templates|123456778|&amp;/)
    expect(await oracle.complaints()).toEqual([])
  } finally {
    await context.close()
    await host.close()
  }
})

test('a currency without digits, a stale nonce, and a refusal in the shop\'s own words', async ({ page, context }) => {
  const shop = createWooServer(id => ({ name: `Tea ${id}`, price: '1800' }), { currency_code: 'JPY', currency_minor_unit: 0 })
  const yen = { ...productPage, tag: 'data-model="/shopside/model/" data-consent="granted"' }
  const host = await servePlatform({ '/product/tea': yen }, { '/assets/theme.js': theme }, shop.answer)
  try {
    const oracle = await watchPlatform(page, host, own)
    oracle.expectComplaint(/^console: Failed to load resource: the server responded with a status of 40[03]/)
    await page.goto(`${host.url}/product/tea`)
    await page.click('#theme-add')
    await expect.poll(async () => (await readKnown(page)).lines).toEqual([{ item_id: '22423', quantity: 1, price: 1800 }])

    shop.nonce = 'n2'
    const cards = page.locator('shopside-recommendations [part~="card"]').filter({ has: page.locator('[part~="add"]') })
    const ids = await cards.evaluateAll(
      all => all.map(card => card.querySelector<HTMLAnchorElement>('a[part~="link"]')!.href.split('/').pop() ?? ''),
    )
    const [first, second] = [...ids.keys()].filter(place => /^\d+$/.test(ids[place]!) && ids[place] !== '22423')
    await cards.nth(first!).locator('[part~="add"]').click()
    await expect.poll(() => shop.lines.get(Number(ids[first!]))).toBe(1)
    shop.soldOut.add(Number(ids[second!]))
    await cards.nth(second!).locator('[part~="add"]').click()
    await expect(page.getByRole('button', { name: 'Sold out' }).first()).toBeVisible()
    expect(shop.lines.has(Number(ids[second!]))).toBe(false)
    expect(await oracle.complaints()).toEqual([])
  } finally {
    await context.close()
    await host.close()
  }
})

test('data-platform="off" leaves the shop\'s endpoints alone', async ({ page, context }) => {
  const shop = createWooServer(id => ({ name: `Tea ${id}`, price: '1800' }))
  const off = { ...productPage, tag: 'data-model="/shopside/model/" data-consent="granted" data-platform="off"' }
  const host = await servePlatform({ '/': off }, { '/assets/theme.js': theme }, shop.answer)
  try {
    await page.goto(`${host.url}/`)
    expect((await readKnown(page)).connectors).toEqual([])
    expect(host.received.filter(({ path }) => path.startsWith('/wp-json/'))).toEqual([])
  } finally {
    await context.close()
    await host.close()
  }
})
