import type { Locator, Page } from '@playwright/test'
import { axeFindings } from '../browser/axe.ts'
import { expect, test } from '../browser/journey.ts'
import type { Shop } from '../browser/shop.ts'
import { isFull } from '../browser/isFull.ts'

const morning = '2011-12-10T10:00'

/**
 * Some state of a page or widget, and how a visitor gets there. Each is looked at by axe at two widths when all is asked for,
 * else at one, by turns; `narrow`: where the page around it is looked at by another state, at the narrow one.
 */
const states: { name: string; narrow?: true; reach: (shop: Shop, page: Page) => Promise<void> }[] = [
  { name: 'home, a stranger, the question open', reach: shop => shop.open('/') },
  { name: 'home, known', narrow: true, reach: async shop => { await shop.becomeKnown('22423', morning); await shop.open('/') } },
  { name: 'a department', reach: shop => shop.open('/department/kitchen-baking') },
  { name: 'a search', reach: shop => shop.open('/search?q=heart') },
  { name: 'a search that finds nothing', narrow: true, reach: shop => shop.open('/search?q=zzzz') },
  { name: 'no such page', reach: shop => shop.open('/nowhere') },
  { name: 'a product with its bundle', reach: async shop => { await shop.becomeKnown('21212', morning); await shop.open('/product/22423'); await shop.cards('product') } },
  { name: 'an empty basket', narrow: true, reach: shop => shop.open('/basket') },
  { name: 'a filled basket', reach: async shop => { await shop.addToBasket('22423'); await shop.open('/basket'); await shop.cards('basket') } },
  { name: 'the checkout', reach: async shop => { await shop.addToBasket('22423'); await shop.open('/checkout') } },
  { name: 'thank you', reach: async shop => { await shop.becomeKnown('22423', morning); await shop.addToBasket('22423'); await shop.placeOrder() } },
  { name: 'orders, none', narrow: true, reach: shop => shop.open('/your-orders') },
  { name: 'orders, one', reach: async shop => { await shop.becomeKnown('22423', morning); await shop.addToBasket('22423'); await shop.placeOrder(); await shop.open('/your-orders') } },
  { name: 'your data, nothing', narrow: true, reach: shop => shop.open('/your-data') },
  { name: 'your data, filled', reach: async shop => { await shop.becomeKnown('22423', morning); await shop.open('/your-data') } },
  {
    name: 'erase, asked', narrow: true,
    reach: async (shop, page) => {
      await shop.becomeKnown('22423', morning)
      await shop.open('/your-data')
      await page.getByRole('button', { name: 'Erase everything' }).click()
      await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeVisible()
    },
  },
  {
    name: 'why this, open',
    reach: async (shop, page) => {
      await shop.becomeKnown('22423', morning)
      await shop.open('/')
      await shop.row('home').locator('button[part~="why"]').first().click()
      await expect(page.getByRole('button', { name: 'Not for me' })).toBeVisible()
    },
  },
  {
    name: 'a card said not for me', narrow: true,
    reach: async (shop, page) => {
      await shop.becomeKnown('22423', morning)
      await shop.open('/')
      await shop.row('home').locator('button[part~="why"]').first().click()
      await page.getByRole('button', { name: 'Not for me' }).click()
      await expect(shop.row('home').getByRole('button', { name: 'Undo' })).toBeVisible()
    },
  },
  {
    name: 'a bundle that could not be added', narrow: true,
    reach: async shop => {
      await shop.open('/product/22423', { failAdd: true })
      await shop.cards('product')
      await shop.row('product').getByRole('button', { name: /^Add \d/ }).click()
      await expect(shop.row('product').getByText('Could not be added').first()).toBeVisible()
    },
  },
  { name: 'the nudge, a card', reach: async (shop, page) => { await leaveBasket(shop); await expect(nudge(page)).toContainText('is still here') } },
  {
    name: 'the nudge, put back', narrow: true,
    reach: async (shop, page) => {
      await leaveBasket(shop, true)
      await nudge(page).getByRole('button', { name: /^Put .* back$/ }).click()
      await expect(nudge(page)).toContainText('Back in your basket')
    },
  },
  {
    name: 'buy again',
    reach: async (shop, page) => {
      await page.goto('/?as=17402')
      // The page is loaded again as hers, once her orders are told.
      await page.waitForFunction(() => {
        const { as } = JSON.parse(localStorage.getItem('thimble-basket') ?? '{}') as { as?: string }
        return as === '17402' && !document.documentElement.classList.contains('becoming')
      })
      // She keeps coming back: from the next page on her usual things come first.
      await page.waitForFunction(() => localStorage.getItem('shopside.when.as-17402')?.includes('loyal'))
      await shop.open('/')
      await shop.cards('home-usual')
    },
  },
  {
    name: 'behind the counter',
    reach: async (shop, page) => { await shop.open('/'); await page.locator('#counter-tab').click(); await page.waitForTimeout(500) },
  },
]

async function leaveBasket(shop: Shop, forgotten = false): Promise<void> {
  await shop.becomeKnown('22423', morning)
  await shop.addToBasket('22423')
  await shop.addToBasket('47566')
  if (forgotten) await shop.page.evaluate(() => localStorage.removeItem('thimble-basket'))
  await shop.open('/', { at: '2011-12-11T11:00' })
}

const nudge = (page: Page): Locator => page.locator('shopside-cart-nudge')

for (const [place, { name, narrow, reach }] of states.entries()) {
  // The short form leaves half of those out whose page is looked at anyway.
  if (narrow && place % 2 && !isFull) continue
  test(`axe finds nothing moderate or worse: ${name}`, async ({ shop, page, oracle }) => {
    // The browser itself writes a line for the page that is not there.
    if (name === 'no such page') oracle.expectComplaint(/Failed to load resource: .* 404 .*\/nowhere/s)
    await reach(shop, page)
    for (const width of isFull ? [1280, 390] : [narrow || place % 2 ? 390 : 1280]) {
      await page.setViewportSize({ width, height: 844 })
      expect(await axeFindings(page), `at ${width} px`).toEqual([])
    }
  })
}

// The six ways have the same parts; the short form looks at one early, one on the way, one at its end.
for (const parcel of isFull ? [1, 2, 3, 4, 5, 6] : [1, 2, 3]) {
  test(`axe finds nothing moderate or worse on the way of parcel ${parcel}`, async ({ shop, page }) => {
    test.setTimeout(60_000) // several looks at one order
    await shop.becomeKnown('22423', morning)
    await shop.addToBasket('22423')
    await shop.addToBasket('21212')
    await page.goto(`/checkout?parcel=${parcel}&at=2011-12-12T09:00`)
    await page.getByRole('button', { name: 'Place pretend order' }).click()
    await page.waitForURL(/\/thank-you\//)
    const order = new URL(page.url()).pathname.split('/').at(-1)
    // In the short form the parcels share the stages of a way between them.
    for (const hours of isFull ? [1, 30, 60, 120, 240] : [[1, 60, 240][parcel % 3]!]) {
      const at = new Date(Date.UTC(2011, 11, 12, 9) + hours * 3_600_000).toISOString().slice(0, 16)
      await shop.open(`/order/${order}`, { at })
      await expect(page.locator('shopside-order-tracking')).toHaveAttribute('data-state', /ready|stale/)
      // The page around it has been looked at above.
      expect(await axeFindings(page, 'shopside-order-tracking'), `after ${hours} h`).toEqual([])
    }
  })
}
