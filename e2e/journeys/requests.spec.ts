import { expect, test } from '../browser/journey.ts'
import { test as plain } from '@playwright/test'
import { plainPage, servePlainShop, waitForSurface, type SurfaceWindow } from '../browser/plainShop.ts'

test('a whole visit asks for pages, pictures, parcels, the SDK and the model, and for nothing else', async ({ shop, oracle }) => {
  await shop.open('/')
  await shop.answer('Yes')
  await shop.open('/product/22423')
  await shop.cards('product')
  await shop.open('/search?q=heart')
  await shop.addToBasket('21212')
  await shop.open('/basket')
  const order = await shop.placeOrder()
  await shop.open(`/order/${order}`)
  await shop.savedCopy()
  // The oracle complains about anything else; here we see that it had something to look at.
  for (const part of ['/shopside/model/manifest.json', '/shopside/model/model.', '/parcels/', '/pictures/', '/assets/shop.js']) {
    expect(oracle.requests.some(path => path.startsWith(part)), part).toBe(true)
  }
})

plain('what our code fetches carries no referrer, no query and no body, on the wire, also where the page allows a referrer', async ({ page }) => {
  const host = await servePlainShop(
    { '/a/secret/page': plainPage('<shopside-recommendations strategy="for-you"></shopside-recommendations>') },
    { 'referrer-policy': 'unsafe-url' },
  )
  try {
    await page.goto(`${host.url}/a/secret/page?who=me`)
    await waitForSurface(page)
    await expect(page.locator('shopside-recommendations')).toHaveAttribute('data-state', /^(ready|stale)$/)
    await page.evaluate(
      async () => (window as unknown as SurfaceWindow).shopside.track('view_item', { items: [{ item_id: '22423' }] }),
    )
    await page.waitForTimeout(500)
    const model = host.received.filter(request => request.path.startsWith('/shopside/model/'))
    expect(model.length).toBeGreaterThanOrEqual(2)
    for (const { method, path, headers } of model) {
      expect(method).toBe('GET')
      expect(path).not.toContain('?')
      expect(headers.referer).toBeUndefined()
    }
    for (const { method } of host.received) expect(method).toBe('GET')
  } finally {
    await host.close()
  }
})
