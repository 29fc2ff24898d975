import { expect, test } from '@playwright/test'
import { storeUrl } from '../browser/journey.ts'

test.use({ javaScriptEnabled: false })

test('without JavaScript the children of a row are shown, and every link of the shop works', async ({ page }) => {
  await page.goto(`${storeUrl()}/`)
  const row = page.locator('shopside-recommendations[placement="home"]')
  await expect(row.getByRole('heading', { name: 'New this month' })).toBeVisible()
  await expect(row.getByRole('link')).toHaveCount(8)
  await row.getByRole('link').first().click()
  await expect(page.locator('h1')).toBeVisible()
  await page.goto(`${storeUrl()}/department/party`)
  await expect(page.locator('.tile').first()).toBeVisible()
  // The order of results is the shop's, shown at once: nothing is kept back for a script that never comes.
  await page.goto(`${storeUrl()}/search?q=tea`)
  await expect(page.locator('.tile').first()).toBeVisible()
  await expect(page.getByText('In the shop’s order.')).toBeVisible()
  await expect(page.getByText('Ordered for you')).toBeHidden()
  await page.goto(`${storeUrl()}/order/TT-ABCD-1XYZ`)
  await expect(page.locator('shopside-order-tracking')).toContainText('could not run here')
})
