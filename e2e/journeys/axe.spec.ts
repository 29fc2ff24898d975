import type { Locator, Page } from '@playwright/test'
import { axeFindings } from '../browser/axe.ts'
import { expect, test } from '../browser/journey.ts'
import type { Shop } from '../browser/shop.ts'
import { isFull } from '../browser/isFull.ts'

const morning = '2011-12-10T10:00'

/** A state of a page or widget, and how a visitor gets there from the state before. */
interface Step {
  name: string
  reach: (shop: Shop, page: Page) => Promise<unknown>
}

/** Ways through the shop. Each state is looked at by axe at two widths when all is asked for, else at one, by turns. */
const visits: { name: string; steps: Step[] }[] = [
  {
    name: 'a stranger looks around',
    steps: [
      { name: 'home, the question open', reach: shop => shop.open('/') },
      { name: 'behind the counter', reach: async (_shop, page) => { await page.locator('#counter-tab').click(); await page.waitForTimeout(500) } },
      { name: 'a department', reach: shop => shop.open('/department/kitchen-baking') },
      { name: 'a search', reach: shop => shop.open('/search?q=heart') },
      { name: 'a search that finds nothing', reach: shop => shop.open('/search?q=zzzz') },
      { name: 'no such page', reach: shop => shop.open('/nowhere') },
      { name: 'an empty basket', reach: shop => shop.open('/basket') },
      { name: 'orders, none', reach: shop => shop.open('/your-orders') },
      { name: 'your data, nothing', reach: shop => shop.open('/your-data') },
    ],
  },
  {
    name: 'a visitor is known, and buys',
    steps: [
      { name: 'a product with its bundle', reach: async shop => { await shop.becomeKnown('21212', morning); await shop.open('/product/22423'); await shop.cards('product') } },
      {
        name: 'a bundle that could not be added',
        reach: async shop => {
          await shop.open('/product/22423', { failAdd: true })
          await shop.cards('product')
          await shop.row('product').getByRole('button', { name: /^Add \d/ }).click()
          await expect(shop.row('product').getByText('Could not be added').first()).toBeVisible()
        },
      },
      { name: 'home, known', reach: shop => shop.open('/') },
      {
        name: 'why this, open',
        reach: async (shop, page) => {
          await shop.row('home').locator('button[part~="why"]').first().click()
          await expect(page.getByRole('button', { name: 'Not for me' })).toBeVisible()
        },
      },
      {
        name: 'a card said not for me',
        reach: async (shop, page) => {
          await page.getByRole('button', { name: 'Not for me' }).click()
          await expect(shop.row('home').getByRole('button', { name: 'Undo' })).toBeVisible()
        },
      },
      { name: 'a filled basket', reach: async shop => { await shop.addToBasket('22423'); await shop.open('/basket'); await shop.cards('basket') } },
      { name: 'the checkout', reach: shop => shop.open('/checkout') },
      { name: 'thank you', reach: shop => shop.placeOrder() },
      { name: 'orders, one', reach: shop => shop.open('/your-orders') },
      { name: 'your data, filled', reach: shop => shop.open('/your-data') },
      {
        name: 'erase, asked',
        reach: async (_shop, page) => {
          await page.getByRole('button', { name: 'Erase everything' }).click()
          await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeVisible()
        },
      },
    ],
  },
  {
    name: 'a basket was left',
    steps: [
      { name: 'the nudge, a card', reach: async (shop, page) => { await leaveBasket(shop); await expect(nudge(page)).toContainText('is still here') } },
    ],
  },
  {
    name: 'a basket was forgotten',
    steps: [{
      name: 'the nudge, put back',
      reach: async (shop, page) => {
        await leaveBasket(shop, true)
        await nudge(page).getByRole('button', { name: /^Put .* back$/ }).click()
        await expect(nudge(page)).toContainText('Back in your basket')
      },
    }],
  },
  {
    name: 'one who comes back',
    steps: [{
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
    }],
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

for (const { name, steps } of visits) {
  test(`axe finds nothing moderate or worse where ${name}`, async ({ shop, page, oracle }) => {
    test.setTimeout(180_000) // a dozen pages
    // The browser itself writes a line for the page that is not there.
    oracle.expectComplaint(/Failed to load resource: .* 404 .*\/nowhere/s)
    for (const [place, step] of steps.entries()) {
      await step.reach(shop, page)
      for (const width of isFull ? [1280, 390] : [place % 2 ? 390 : 1280]) {
        await page.setViewportSize({ width, height: 844 })
        await shop.settle() // another width brings other rows into view
        expect(await axeFindings(page), `${step.name}, at ${width} px`).toEqual([])
      }
    }
  })
}

// The six ways have the same parts; the short form looks at one, early, on the way, and at its end.
for (const parcel of isFull ? [1, 2, 3, 4, 5, 6] : [2]) {
  test(`axe finds nothing moderate or worse on the way of parcel ${parcel}`, async ({ shop, page }) => {
    test.setTimeout(180_000) // several looks at one order
    await shop.becomeKnown('22423', morning)
    await shop.addToBasket('22423')
    await shop.addToBasket('21212')
    await page.goto(`/checkout?parcel=${parcel}&at=2011-12-12T09:00`)
    await page.getByRole('button', { name: 'Place pretend order' }).click()
    await page.waitForURL(/\/thank-you\//)
    const order = new URL(page.url()).pathname.split('/').at(-1)
    for (const hours of isFull ? [1, 30, 60, 120, 240] : [1, 60, 240]) {
      const at = new Date(Date.UTC(2011, 11, 12, 9) + hours * 3_600_000).toISOString().slice(0, 16)
      await shop.open(`/order/${order}`, { at })
      await expect(page.locator('shopside-order-tracking')).toHaveAttribute('data-state', /ready|stale/)
      // The page around it has been looked at above.
      expect(await axeFindings(page, 'shopside-order-tracking'), `after ${hours} h`).toEqual([])
    }
  })
}
