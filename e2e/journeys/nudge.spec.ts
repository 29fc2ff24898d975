import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../browser/journey.ts'
import { createShop, type Shop } from '../browser/shop.ts'

const nudge = (page: Page): Locator => page.locator('shopside-cart-nudge')

/** A visitor who said yes and left two things in the basket on Saturday at ten. */
async function leaveBasket(shop: Shop): Promise<void> {
  await shop.open('/', { at: '2011-12-10T10:00' })
  await shop.answer('Yes')
  await shop.addToBasket('22423')
  await shop.addToBasket('21212')
}

/** Titles that the nudge shows, by its pictures. */
function pictured(page: Page): Promise<string[]> {
  return nudge(page).locator('img').evaluateAll(images => images.map(image => (image as HTMLImageElement).alt))
}

test('a basket left yesterday is shown today, with its exact things and today\'s total', async ({ shop, page }) => {
  await leaveBasket(shop)
  await shop.open('/', { at: '2011-12-11T11:00' })
  await expect(nudge(page)).toHaveAttribute('data-state', 'ready')
  await expect(nudge(page)).toContainText(/Your basket from (yesterday|Saturday) is still here\./)
  expect(await pictured(page)).toHaveLength(2)
  const titles = (await pictured(page)).join('\n')
  expect(titles).toContain('Regency Cakestand')
  await expect(
    nudge(page).getByRole('link', { name: 'Go to basket' }).or(nudge(page).getByRole('button', { name: 'Go to basket' })),
  ).toBeVisible()
  await expect(nudge(page)).toContainText(/£\d+\.\d\d/)
})

test('in the first hour nobody speaks about the basket', async ({ shop, page }) => {
  await leaveBasket(shop)
  await shop.open('/', { at: '2011-12-10T10:40' })
  await page.waitForTimeout(3_500)
  await expect(nudge(page)).not.toContainText('is still here')
  await expect(nudge(page).locator('[part="dot"]')).toBeVisible()
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})

test('a restore into a basket that already holds one of the things does not double it', async ({ shop, page }) => {
  await leaveBasket(shop)
  // The shop has forgotten one of the two; this browser has not.
  await page.evaluate(() => {
    const record = JSON.parse(localStorage.getItem('thimble-basket') ?? '{}') as { lines: { item_id: string }[] }
    record.lines = record.lines.filter(line => line.item_id === '22423')
    localStorage.setItem('thimble-basket', JSON.stringify(record))
  })
  await shop.open('/', { at: '2011-12-11T11:00' })
  expect(await shop.basket()).toEqual([{ itemId: '22423', quantity: 1 }])
  await expect(nudge(page)).toHaveAttribute('data-state', 'ready')
  await nudge(page).getByRole('button', { name: /^Put .* back$/ }).click()
  await expect(nudge(page)).toContainText('Back in your basket.')
  expect(
    (await shop.basket()).toSorted((a, b) => a.itemId.localeCompare(b.itemId)),
  ).toEqual([{ itemId: '21212', quantity: 1 }, { itemId: '22423', quantity: 1 }])
})

test('what changed meanwhile is said first', async ({ shop, page }) => {
  // Before the catalogue's prices were made, the cakestand cost more: the shop's own basket says so.
  await shop.open('/', { at: '2011-12-07T10:00' })
  await shop.answer('Yes')
  await shop.addToBasket('22423')
  await page.evaluate(() => {
    const record = JSON.parse(localStorage.getItem('thimble-basket') ?? '{}') as { lines: { price: number }[] }
    for (const line of record.lines) line.price = 99
    localStorage.setItem('thimble-basket', JSON.stringify(record))
  })
  await shop.open('/')
  await page.evaluate(() => localStorage.removeItem('thimble-basket'))
  await shop.open('/', { at: '2011-12-11T11:00' })
  await expect(nudge(page)).toHaveAttribute('data-state', 'ready')
  await expect(nudge(page)).toContainText(/1 costs £\d+\.\d\d less now/)
})

test('after the order the nudge never comes back, in any tab, also 60 days on', async ({ shop, page, context }) => {
  test.setTimeout(180_000) // two tabs, and seven seconds of silence
  await leaveBasket(shop)
  await shop.open('/', { at: '2011-12-11T11:00' })
  await expect(nudge(page)).toHaveAttribute('data-state', 'ready')

  const other = createShop(await context.newPage())
  await other.open('/department/party')
  await shop.placeOrder()
  await other.page.waitForTimeout(1_000)
  await expect(nudge(other.page)).not.toContainText('is still here')
  for (const at of ['2011-12-12T11:00', '2012-02-09T11:00']) {
    await shop.open('/', { at })
    await other.open('/')
    await page.waitForTimeout(3_000) // a card would speak two seconds after the page
    for (const tab of [page, other.page]) {
      await expect(nudge(tab)).not.toHaveAttribute('data-state', 'ready')
      await expect(nudge(tab)).not.toContainText('is still here')
    }
  }
})

test('never in the checkout', async ({ shop, page }) => {
  await leaveBasket(shop)
  await page.goto('/checkout?at=2011-12-11T11:00')
  await page.waitForTimeout(3_000)
  await expect(nudge(page)).toHaveCount(0)
})
