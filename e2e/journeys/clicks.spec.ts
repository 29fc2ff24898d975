import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { plainPage, waitForSurface, type SurfaceWindow } from '../browser/plainShop.ts'
import { serveFolder, type StaticHost } from '../browser/serveFolder.ts'
import { strictPolicy } from '../browser/strictPolicy.ts'
import { buildClickShop, clickItem, clickTitle } from '../store/clickShop.ts'
import { sdkDir } from '../store/paths.ts'

const tag = 'data-model="/shopside/model/" data-consent="granted" data-currency="GBP" data-capture="off"'
const row = (strategy: string, attributes = ''): string =>
  `<section><shopside-recommendations strategy="${strategy}" limit="3" ${attributes}></shopside-recommendations></section>`

const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 5"><path fill="#dde" d="M0 0h4v5H0z"/></svg>'
const dayMs = 86_400_000

let folder: string
let host: StaticHost

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shopside-clicks-'))
  host = await serveFolder({
    pages: {
      '/look': plainPage('', tag),
      '/rows': plainPage([
        row('also-viewed', `item="${clickItem(0)}"`), row('also-bought', `item="${clickItem(0)}"`), row('price-drop'),
        row('back-in-stock'), row('free-shipping-gap', 'free-shipping-from="10"'),
      ].join('\n'), tag),
    },
    headers: { 'content-security-policy': strictPolicy },
    folders: { '/shopside/model/': join(folder, 'model'), '/shopside/': sdkDir },
    fixed: { '/pictures/': { type: 'image/svg+xml', body: picture } },
  })
})

test.afterAll(async () => {
  await host.close()
  rmSync(folder, { recursive: true })
})

test('clicks, a cheaper feed and a basket make rows that say why they are there', async ({ page }) => {
  const now = Date.now()
  // Prices carry the day on which they were true: what was seen today is no older than today's feed.
  await page.clock.setFixedTime(now - dayMs)
  await page.goto(`${host.url}/look`)
  await waitForSurface(page)
  await page.evaluate(async ({ dear, gone, basket }) => {
    const { shopside } = window as unknown as SurfaceWindow
    for (const item_id of dear) void shopside.track('view_item', { currency: 'GBP', items: [{ item_id, price: 8 }] })
    for (const item_id of gone) void shopside.track('view_item', { items: [{ item_id, in_stock: false }] })
    await shopside.track('add_to_cart', { currency: 'GBP', items: [{ item_id: basket, price: 6, quantity: 1 }] })
    await shopside.flush()
  }, { dear: [30, 31, 32].map(clickItem), gone: [35, 36, 37].map(clickItem), basket: clickItem(20) })

  // The next release of the shop: what was £8.00 is £5.00, and what was sold out is there again.
  await buildClickShop(folder, now)
  await page.clock.setFixedTime(now)
  await page.goto(`${host.url}/rows`)
  const seen = async (strategy: string): Promise<{ heading: string; titles: string[]; reasons: string[] }> => {
    const shown = page.locator(`shopside-recommendations[strategy="${strategy}"]`)
    await shown.scrollIntoViewIfNeeded()
    await expect(shown).toHaveAttribute('data-state', 'ready')
    return {
      heading: await shown.locator('[part~="heading"]').innerText(),
      titles: (await shown.locator('[part~="title"]').allInnerTexts()).sort(),
      reasons: [...new Set(await shown.locator('[part~="reason"]').allInnerTexts())],
    }
  }
  const titles = (...numbers: number[]): string[] => numbers.map(clickTitle).sort()

  expect(await seen('also-viewed')).toEqual({
    heading: 'Looked at next', titles: titles(1, 2, 3), reasons: [`Looked at with ${clickTitle(0)}`],
  })
  expect(await seen('also-bought')).toEqual({
    heading: 'Bought in the end', titles: titles(10, 11, 12), reasons: [`Bought after a look at ${clickTitle(0)}`],
  })
  expect(await seen('price-drop')).toEqual({
    heading: 'Cheaper than when you looked', titles: titles(30, 31, 32), reasons: ['£5.00, was £8.00 when you looked'],
  })
  expect(await seen('back-in-stock')).toEqual({
    heading: 'Back in stock', titles: titles(35, 36, 37), reasons: ['Sold out when you looked, back now'],
  })
  const { heading, titles: fitting } = await seen('free-shipping-gap')
  expect([heading, fitting.length]).toEqual(['Brings you to free delivery', 3])
  const gap = page.locator('shopside-recommendations[strategy="free-shipping-gap"]')
  await gap.getByRole('button', { name: 'Why this' }).first().click()
  await expect(gap.getByText('Your basket is £4.00 short of free delivery')).toBeVisible()
})
