import type { Locator } from '@playwright/test'
import { expect, test } from '../browser/journey.ts'

const heading = (row: Locator): Locator => row.locator('[part~="heading"]')

test('rows follow the shopper: what was left over, what goes with the basket, then with the order, and a department of their own', async ({ shop, page }) => {
  await shop.becomeKnown('22423', '2011-12-10T09:00')
  for (const id of ['21212', '47566', '84879']) await shop.open(`/product/${id}`)

  await shop.open('/')
  const leftOver = await shop.cards('home-continue')
  await expect(heading(shop.row('home-continue'))).toHaveText('Where you left off')
  expect(leftOver.map(card => card.itemId)).toContain('22423')
  expect(leftOver.every(card => card.reason === 'You looked at this today')).toBe(true)
  await expect(shop.row('home-again')).toBeHidden()

  await shop.addToBasket('22423')
  await shop.open('/basket')
  const companions = await shop.cards('basket')
  await expect(heading(shop.row('basket'))).toHaveText('Goes with your basket')
  expect(companions).toHaveLength(4)
  expect(companions.every(card => /^Goes with .* in your basket$/.test(card.reason))).toBe(true)

  await shop.placeOrder()
  const later = await shop.cards('thanks')
  await expect(heading(shop.row('thanks'))).toHaveText('Goes with what you bought')
  expect(later.every(card => card.reason.startsWith('Because you bought Regency Cakestand'))).toBe(true)
  const parcel = await page.locator('shopside-order-tracking').boundingBox()
  expect((await shop.row('thanks').boundingBox())!.y).toBeGreaterThan(parcel!.y + parcel!.height)

  await shop.open('/department/tea-table', { at: '2011-12-11T09:00' })
  const own = await shop.cards('department')
  await expect(heading(shop.row('department'))).toHaveText('For you in Tea & Table')
  expect(own.length).toBeGreaterThanOrEqual(3)
  await expect(shop.row('department-rising')).toBeHidden()
})

test('a stranger finds what rises in a department, and a row whose strategy has too little goes by another name', async ({ shop }) => {
  await shop.open('/department/tea-table')
  await shop.cards('department-rising')
  await expect(heading(shop.row('department-rising'))).toHaveText(/^(Rising now|Popular here)$/)
  await shop.open('/basket')
  await shop.cards('basket')
  await expect(heading(shop.row('basket'))).toHaveText('Popular here')
})
