import { isFull } from '../browser/isFull.ts'
import { expect, test } from '../browser/journey.ts'

const faults: { name: string; answer: (route: import('@playwright/test').Route) => Promise<void>; only?: RegExp }[] = [
  {
    name: 'is missing',
    answer: route => route.fulfill({ status: 404, contentType: 'text/html', body: '<!doctype html><title>404</title>' }),
  },
  {
    name: 'is an HTML page',
    answer: route => route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' }),
  },
  {
    name: 'is truncated',
    only: /\/shopside\/model\/(?!manifest\.json)/,
    answer: async route => {
      const response = await route.fetch()
      const body = await response.body()
      await route.fulfill({ status: 200, contentType: 'application/octet-stream', body: body.subarray(0, body.length >> 1) })
    },
  },
  {
    name: 'is damaged in the middle',
    only: /\/shopside\/model\/(?!manifest\.json)/,
    answer: async route => {
      const response = await route.fetch()
      const body = Buffer.from(await response.body())
      body.fill(0xff, body.length >> 1, (body.length >> 1) + 64)
      await route.fulfill({ status: 200, contentType: 'application/octet-stream', body })
    },
  },
  { name: 'is of another shape', only: /manifest\.json/, answer: route => route.fulfill({ json: { version: 99, files: 'x' } }) },
  { name: 'cannot be reached', answer: route => route.abort('connectionrefused') },
  { name: 'hangs', answer: () => new Promise(() => {}) },
]

/** In the short form one that answers wrongly, late in the file, and one that is silent: the others end in the same error. */
const shortForm = ['is damaged in the middle', 'hangs']

for (const { name, answer, only } of faults.filter(fault => isFull || shortForm.includes(fault.name))) {
  test(`when the model ${name}, the shop works and nothing breaks`, async ({ shop, page, oracle }) => {
    // The browser itself writes a line for a request that failed; no script can keep it from doing so.
    oracle.expectComplaint(/^console: Failed to load resource: .*\/shopside\/model\//s)
    await page.route(only ?? /\/shopside\/model\//, answer)
    await page.goto('/')
    await shop.answer('Yes')
    await page.goto('/product/22423')
    await expect(page.locator('h1')).toContainText('Regency Cakestand')
    await page.getByRole('button', { name: 'Put in basket' }).click()
    await expect.poll(() => shop.basket()).toEqual([{ itemId: '22423', quantity: 1 }])
    for (const id of ['21212', '22960', '47566', '22720']) await page.goto(`/product/${id}`)

    // What this browser knows by itself is still shown: what was just looked at (not what is in the basket already).
    const recent = shop.row('product-recent')
    await recent.scrollIntoViewIfNeeded()
    if (name !== 'hangs') await expect(recent.locator('a[href$="/product/21212"]')).toBeVisible({ timeout: 30_000 })

    await page.goto('/')
    await expect(page.locator('h1')).toBeVisible()
    if (name !== 'hangs') await expect(shop.row('home')).toHaveAttribute('data-state', /^(ready|empty|error|off)$/)
    await page.goto('/checkout')
    await page.getByRole('button', { name: 'Place pretend order' }).click()
    await page.waitForURL(/\/thank-you\//)
    await expect(page.locator('h1')).toHaveText('Thank you')
    // that page may be asking for the model still: its answer is nobody's concern any more
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  })
}
