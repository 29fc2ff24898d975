import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../browser/journey.ts'
import type { Shop } from '../browser/shop.ts'

const at = '2011-12-10T10:00'
const privacy = (page: Page): Locator => page.locator('shopside-privacy')
const lead = (page: Page): Locator => privacy(page).locator('.lead')
const lines = (page: Page): Locator => privacy(page).locator('[part="line"] > span')

/** Looks at two things, one of them twice, searches, fills a basket and buys. */
async function shopABit(shop: Shop): Promise<string> {
  await shop.becomeKnown('22423', at)
  await shop.open('/product/22423')
  await shop.open('/product/21212')
  await shop.open('/search?q=heart')
  await shop.addToBasket('47566')
  return shop.placeOrder()
}

async function saveCopy(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save a copy' }).click()
  return readFile(await (await download).path(), 'utf8')
}

async function loadCopy(page: Page, text: string): Promise<void> {
  await privacy(page).locator('input[type="file"]').setInputFiles(
    { name: 'copy.json', mimeType: 'application/json', buffer: Buffer.from(text) },
  )
  await expect(privacy(page).locator('[part="copy"][aria-busy="false"]')).toBeVisible()
}

test('opens with true numbers, and says what was remembered and concluded', async ({ shop, page }) => {
  await shopABit(shop)
  await shop.open('/your-data')
  await expect(lead(page)).toHaveText(/^This browser remembers 4 visits to products and 1 order\. \d+ kB, oldest 10 December\. None of it was sent anywhere by Shopside\.$/)
  const said = await lines(page).allTextContents()
  expect(said).toContain('Looked at Regency Cakestand 3 Tier, twice')
  expect(said.find(line => line.startsWith('Searched for heart'))).toBeTruthy()
  expect(said.find(line => line.startsWith('Ordered 1 thing, £'))).toBeTruthy()
  expect(said.find(line => /^Put .*Party Bunting in the basket$/.test(line))).toBeTruthy()
  await expect(privacy(page)).toContainText('This is your first visit.')
  await expect(privacy(page)).toContainText('On since today, by your answer to the shop.')
})

test('a line that is removed is gone from the page, the raw log and every other tab', async ({ shop, page, context }) => {
  test.setTimeout(180_000) // two tabs and three lines
  const order = await shopABit(shop)
  await shop.open('/your-data')
  expect(await saveCopy(page)).toContain('22423')
  const other = await context.newPage()
  await other.goto('/your-data')
  await expect(lines(other).filter({ hasText: 'Regency' })).toHaveCount(1)

  const forget = (name: RegExp): Promise<void> => page.getByRole('button', { name }).click()
  await forget(/^Forget: Looked at Regency Cakestand/)
  await expect(lines(page).filter({ hasText: 'Regency' })).toHaveCount(0)
  await expect(lines(other).filter({ hasText: 'Regency' })).toHaveCount(0)
  await forget(/^Forget: Searched for heart/)
  await expect(lines(page).filter({ hasText: 'heart' })).toHaveCount(0)
  await forget(/^Forget: Ordered 1 thing/)
  await expect(lines(page).filter({ hasText: 'Ordered' })).toHaveCount(0)

  const raw = await saveCopy(page)
  for (const word of ['22423', 'Regency', '"heart"', order]) expect(raw, word).not.toContain(word)
  expect(raw).toContain('21212')
  await shop.open('/your-orders')
  await expect(page.getByText(order)).toHaveCount(0)
})

test('a copy goes into another browser once, takes no consent along, and a foreign or broken one is refused', async ({ shop, page, browser }) => {
  test.setTimeout(180_000) // two browsers and five files
  await shopABit(shop)
  await shop.open('/your-data')
  const copy = await saveCopy(page)
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin })
  const there = await context.newPage()
  await there.goto(`/your-data?at=${at}`)
  await loadCopy(there, copy)
  await expect(privacy(there)).toContainText('Turn on remembering first.')
  await there.getByRole('switch', { name: 'Remember and recommend' }).click()
  await expect(there.locator('#ask')).toBeHidden()
  await expect(there.getByRole('switch', { name: 'Share with the shop’s tools' })).toHaveAttribute('aria-checked', 'false')

  await loadCopy(there, copy)
  await expect(privacy(there).locator('[part="copy"]')).toContainText(
    /This copy holds 4 visits to products, 1 order and \d search/,
  )
  await there.getByRole('button', { name: 'Add it here' }).click()
  await expect(lead(there)).toContainText('4 visits to products and 1 order')
  await loadCopy(there, copy)
  await expect(privacy(there).locator('[part="copy"]')).toContainText('All of it is here already.')
  await expect(there.getByRole('button', { name: 'Add it here' })).toHaveCount(0)

  await loadCopy(there, copy.replace('"shop": "shopside"', '"shop": "elsewhere"'))
  await expect(privacy(there).locator('[part="copy"]')).toContainText('This copy is of another shop: elsewhere.')
  await loadCopy(there, copy.slice(0, 999))
  await expect(privacy(there).locator('[part="copy"]')).toContainText('This file cannot be read as a copy.')
  await expect(lead(there)).toContainText('4 visits to products and 1 order')
  await context.close()
})

test('after "Erase" nothing is left in two tabs, and every row is a stranger\'s', async ({ shop, page, context }) => {
  test.setTimeout(180_000) // two tabs
  await shopABit(shop)
  const home = await context.newPage()
  await home.goto('/')
  await expect(home.locator('shopside-recommendations[placement="home"]')).toContainText('Because you looked at')
  await shop.open('/your-data')
  await page.getByRole('button', { name: 'Erase everything' }).click()
  await page.getByRole('button', { name: 'Erase', exact: true }).click()
  await expect(privacy(page)).toContainText(/Erased from this browser at \d\d:\d\d\./)
  await expect(lead(page)).toHaveText('Nothing is remembered.')
  await expect(page.locator('#ask')).toBeVisible()
  await expect(home.locator('shopside-recommendations[placement="home"]')).not.toContainText('Because you looked at')
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  // The question stands in both tabs, and a yes in the other one answers it here too.
  await home.locator('#ask').getByRole('button', { name: 'Yes', exact: true }).click()
  await expect(page.locator('#ask')).toBeHidden()
  await expect(privacy(page).getByRole('switch', { name: 'Remember and recommend' })).toHaveAttribute('aria-checked', 'true')
  await shop.open('/your-orders')
  await expect(page.locator('shopside-order-tracking')).toHaveAttribute('data-state', /empty|off/)
})

test('"This isn\'t me" hides and erases at one press, and asks the next person anew', async ({ shop, page }) => {
  await shopABit(shop)
  await shop.open('/your-data')
  await page.getByRole('button', { name: 'This isn’t me' }).click()
  await expect(privacy(page)).toContainText('This browser knows nobody now.')
  await expect(lead(page)).toHaveText('Nothing is remembered.')
  await expect(page.locator('#ask')).toBeVisible()
  await shop.open('/')
  expect((await shop.cards('home')).some(card => card.reason.includes('you looked'))).toBe(false)
})

test('before any answer the switches are there, act at once, and are kept', async ({ shop, page }) => {
  await shop.open('/your-data', { at })
  await expect(lead(page)).toHaveText('Nothing is remembered.')
  const remember = page.getByRole('switch', { name: 'Remember and recommend' })
  await expect(remember).toHaveAttribute('aria-checked', 'false')
  await expect(privacy(page)).toContainText('Not answered yet.')
  await remember.click()
  await expect(remember).toHaveAttribute('aria-checked', 'true')
  await shop.open('/product/22423')
  await shop.open('/your-data')
  await expect(privacy(page)).toContainText('On since today, by you, here.')
  await expect(lines(page).filter({ hasText: 'Regency' })).toHaveCount(1)
  await remember.click()
  await expect(lead(page)).toHaveText('Nothing is remembered.')
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
})

test('paused for today nothing new is remembered until it goes on', async ({ shop, page }) => {
  await shop.open('/', { at })
  await shop.answer('Yes')
  await shop.open('/your-data')
  await page.getByRole('button', { name: 'Pause for today' }).click()
  await expect(privacy(page)).toContainText('Paused until midnight.')
  await shop.open('/product/22423')
  await shop.open('/your-data')
  await expect(lines(page).filter({ hasText: 'Regency' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Go on' }).click()
  await shop.open('/product/22423')
  await shop.open('/your-data')
  await expect(lines(page).filter({ hasText: 'Regency' })).toHaveCount(1)
})

test('all of it by the keyboard: a line, a switch, the question, with the focus never lost', async ({ shop, page }) => {
  await shopABit(shop)
  await shop.open('/your-data')
  const first = page.getByRole('button', { name: /^Forget: / }).first()
  const second = await page.getByRole('button', { name: /^Forget: / }).nth(1).getAttribute('aria-label')
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: second! })).toBeFocused()
  const count = page.getByRole('switch', { name: 'Count visits' })
  await count.focus()
  await page.keyboard.press('Space')
  await expect(count).toHaveAttribute('aria-checked', 'false')
  await expect(count).toBeFocused()
  const erase = page.getByRole('button', { name: 'Erase everything' })
  await erase.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Erase', exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(erase).toBeFocused()
  await expect(lead(page)).not.toHaveText('Nothing is remembered.')
})
