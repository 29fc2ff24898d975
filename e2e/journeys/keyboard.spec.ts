import type { Page } from '@playwright/test'
import { expect, test } from '../browser/journey.ts'
import { controlsOf, keyboardWalk } from '../browser/keyboardWalk.ts'
import type { Shop } from '../browser/shop.ts'

/** Tabs through the page and compares with everything that can be operated on it. */
async function walkAll(page: Page): Promise<void> {
  const stops = await keyboardWalk(page)
  const reached = new Set(stops.map(stop => `${stop.path} ${stop.name}`))
  expect((await controlsOf(page)).filter(control => !reached.has(control))).toEqual([])
  expect(stops.filter(stop => !stop.isMarked).map(stop => `${stop.path} ${stop.name}`)).toEqual([])
}

/** Focuses a control by the keyboard alone is the walk's matter; here it is focused and pressed. */
async function press(page: Page, name: string | RegExp, key: 'Enter' | 'Space'): Promise<void> {
  const button = page.getByRole('button', { name }).first()
  await button.focus()
  await page.keyboard.press(key)
}

const know = (shop: Shop): Promise<void> => shop.becomeKnown('21212', '2011-12-10T10:00')

for (const { name, reach } of [
  { name: 'home with the question', reach: (shop: Shop) => shop.open('/') },
  { name: 'a product', reach: async (shop: Shop) => { await know(shop); await shop.open('/product/22720'); await shop.open('/product/22423'); await shop.cards('product'); await shop.cards('product-recent') } },
  { name: 'your data', reach: async (shop: Shop) => { await know(shop); await shop.open('/your-data') } },
  { name: 'a filled basket', reach: async (shop: Shop) => { await shop.addToBasket('22423'); await shop.open('/basket'); await shop.cards('basket') } },
]) {
  test(`the keyboard comes to every control and shows where it is: ${name}`, async ({ shop, page }) => {
    await reach(shop)
    await walkAll(page)
  })
}

test('why this opens, acts and closes by the keyboard, and gives the focus back', async ({ shop, page }) => {
  await know(shop)
  await shop.open('/')
  const why = shop.row('home').locator('button[part~="why"]').first()
  await why.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Not for me' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Not for me' })).toBeHidden()
  await expect(why).toBeFocused()
  await page.keyboard.press('Enter')
  await press(page, 'Not for me', 'Enter')
  const undo = shop.row('home').getByRole('button', { name: 'Undo' })
  await expect(undo).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(undo).toHaveCount(0)
})

test('one thing, a whole set and a tick are operated by the keyboard', async ({ shop, page }) => {
  await shop.open('/product/22423')
  const cards = await shop.cards('product')
  const tick = shop.row('product').getByRole('checkbox').last()
  await tick.focus()
  await page.keyboard.press('Space')
  await expect(tick).not.toBeChecked()
  await press(page, /^Add \d for £/, 'Space')
  await expect.poll(async () => (await shop.basket()).length).toBe(cards.length)

  await shop.open('/')
  const add = shop.row('home').locator('button[part~="add"]').first()
  await add.focus()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await shop.basket()).length).toBe(cards.length + 1)
})

test('the nudge is answered by the keyboard and takes the focus from nobody', async ({ shop, page }) => {
  await know(shop)
  await shop.addToBasket('47566')
  await shop.open('/', { at: '2011-12-11T11:00' })
  await page.locator('#q').focus()
  await page.waitForTimeout(3_500)
  await expect(page.locator('#q')).toBeFocused()
  await page.locator('#q').blur()
  const later = page.locator('shopside-cart-nudge').getByRole('button', { name: 'Not now' })
  await expect(later).toBeVisible({ timeout: 30_000 })
  await later.focus()
  await page.keyboard.press('Enter')
  await expect(later).toHaveCount(0)
})
