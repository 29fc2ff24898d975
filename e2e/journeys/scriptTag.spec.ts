import { expect, test, type Locator, type Page } from '@playwright/test'
import { codeBlocks, readDoc } from '../docs.ts'
import { watchContext } from '../browser/oracle.ts'
import { plainPage, servePlainShop, waitForSurface, type SurfaceWindow } from '../browser/plainShop.ts'
import { remembersFailedModules } from '../browser/remembersFailedModules.ts'
import { strictPolicy } from '../browser/strictPolicy.ts'

const row = '<shopside-recommendations strategy="popular" limit="4"><p>The children</p></shopside-recommendations>'

/** Cards drawn in the first row of the page. */
const cards = (page: Page): Locator => page.locator('shopside-recommendations').first().locator('[part~="card"]')

test('the first block of the README works as printed on a plain page under the strict policy', async ({ page, context }) => {
  const [block = ''] = codeBlocks(readDoc('README.md'), 'html')
  expect(block).toContain('<!doctype html>')
  const host = await servePlainShop({ '/': block })
  try {
    const oracle = await watchContext(context, host.url)
    const response = await page.goto(`${host.url}/`)
    expect(response?.headers()['content-security-policy']).toBe(strictPolicy)
    await expect(cards(page).first()).toBeVisible()
    expect(await cards(page).count()).toBeGreaterThanOrEqual(4)
    await expect(page.locator('shopside-recommendations').first()).toHaveAttribute('data-state', /^(ready|stale)$/)
    expect(await oracle.complaints()).toEqual([])
  } finally {
    await host.close()
  }
})

test('the loader for tag managers hands its attributes on', async ({ page, context }) => {
  const html = plainPage(row).replace(/<script.*<\/script>/, '')
    .replace('</main>', '</main><script src="/shopside/shopside.iife.js" data-model="/shopside/model/" data-consent="granted" data-shop="managed"></script>')
  const host = await servePlainShop({ '/': html })
  try {
    const oracle = await watchContext(context, host.url)
    await page.goto(`${host.url}/`)
    await waitForSurface(page)
    await expect(cards(page).first()).toBeVisible()
    expect(
      await page.evaluate(() => (window as unknown as SurfaceWindow).shopside.consent.state.value.personalize),
    ).toBe('granted')
    expect(await oracle.complaints()).toEqual([])
  } finally {
    await host.close()
  }
})

test('calls made before the script is there are replayed with their time and their page', async ({ page }) => {
  const html = plainPage('<p>Early</p>').replace(
    '<script type="module"',
    '<script src="/shopside/stub.js"></script>\n<script src="/early.js"></script>\n<script type="module"',
  )
  const host = await servePlainShop({ '/': html })
  try {
    await page.route('**/early.js', route => route.fulfill({
      contentType: 'text/javascript',
      body: 'shopside.push("track", "view_item", { items: [{ item_id: "early" }] }); window.earlyAt = Date.now()',
    }))
    await page.route('**/shopside.js', async route => {
      await new Promise(resolve => setTimeout(resolve, 1_500))
      await route.continue()
    })
    await page.goto(`${host.url}/`)
    await waitForSurface(page)
    const { memory, earlyAt } = await page.evaluate(async () => {
      const { shopside } = window as unknown as SurfaceWindow
      await shopside.ready
      return { memory: shopside.profile.value?.items['early'], earlyAt: (window as unknown as { earlyAt: number }).earlyAt }
    })
    expect(memory?.views).toBe(1)
    expect(Math.abs((memory?.lastViewedAt ?? 0) - earlyAt)).toBeLessThan(100)
  } finally {
    await host.close()
  }
})

test('?shopside=off opens nothing, fetches nothing and shows the children', async ({ page, context }) => {
  const host = await servePlainShop({ '/': plainPage(row) })
  try {
    const oracle = await watchContext(context, host.url)
    await page.goto(`${host.url}/?shopside=off`)
    await expect(page.getByText('The children')).toBeVisible()
    await page.waitForTimeout(1_000)
    expect(
      oracle.requests.filter(path => path.startsWith('/shopside/model/') || path.includes('/chunks/recommendations')),
    ).toEqual([])
    expect(await page.evaluate(async () => [Object.keys(localStorage), await indexedDB.databases()])).toEqual([[], []])
    expect(await oracle.complaints()).toEqual([])
  } finally {
    await host.close()
  }
})

test('a second copy of the script is inert', async ({ page, context }) => {
  const html = plainPage(row).replace(
    '</head>',
    '<script type="module" src="/shopside/shopside.js?again" data-model="/shopside/model/" data-shop="second"></script></head>',
  )
  const host = await servePlainShop({ '/': html })
  try {
    const oracle = await watchContext(context, host.url)
    oracle.expectComplaint(/shopside\.js\?again carries a query/) // the page's own tag asks for it so
    await page.goto(`${host.url}/`)
    await expect(cards(page)).toHaveCount(4)
    await page.evaluate(
      async () => (window as unknown as SurfaceWindow).shopside.track('view_item', { items: [{ item_id: 'once' }] }),
    )
    const names = await page.evaluate(async () => (await indexedDB.databases()).map(database => database.name))
    expect(names).toHaveLength(1)
    expect(names[0]).not.toContain('second')
    expect(await page.evaluate(async () => {
      const { shopside } = window as unknown as SurfaceWindow
      await shopside.ready
      return shopside.profile.value?.items['once']?.views
    })).toBe(1)
    expect(await oracle.complaints()).toEqual([])
  } finally {
    await host.close()
  }
})

test('a foreign window.shopside is left alone', async ({ page }) => {
  const host = await servePlainShop({ '/': plainPage(row) })
  try {
    await page.addInitScript(() => { (window as unknown as { shopside: unknown }).shopside = 'somebody else\'s' })
    await page.goto(`${host.url}/`)
    await expect(cards(page).first()).toBeVisible()
    expect(await page.evaluate(() => (window as unknown as { shopside: unknown }).shopside)).toBe('somebody else\'s')
  } finally {
    await host.close()
  }
})

test('a chunk that is gone once is asked for again; gone for good, the element keeps its children', async ({ page, context }) => {
  const isForThePage = await remembersFailedModules(page)
  const host = await servePlainShop({ '/': plainPage(row) })
  try {
    const oracle = await watchContext(context, host.url)
    oracle.expectComplaint(/^console: Failed to load resource/)
    let asked = 0
    let gone = 1
    await page.route(/\/chunks\/recommendations/, async route => {
      asked += 1
      if (asked <= gone) await route.fulfill({ status: 404, contentType: 'text/html', body: 'gone' })
      else await route.continue()
    })
    await page.goto(`${host.url}/`)
    if (isForThePage) {
      await expect.poll(() => asked).toBe(1)
      await page.reload()
    }
    await expect(cards(page)).toHaveCount(4)
    expect(asked).toBe(2)

    asked = 0
    gone = Number.POSITIVE_INFINITY
    await page.goto(`${host.url}/?again`)
    await expect(page.getByText('The children')).toBeVisible()
    await expect.poll(() => asked).toBe(isForThePage ? 1 : 2)
    await expect.poll(
      () => page.evaluate(() => JSON.stringify((window as unknown as SurfaceWindow).shopside.status())),
    ).toContain('could not be loaded')
    expect(await oracle.complaints()).toEqual([])
  } finally {
    await host.close()
  }
})

test('taking evidence back removes the cards that named it, on the next page', async ({ page, context }) => {
  const host = await servePlainShop(
    { '/': plainPage('<shopside-recommendations strategy="for-you" limit="8"></shopside-recommendations>') },
  )
  try {
    const oracle = await watchContext(context, host.url)
    const open = async (): Promise<string[]> => {
      await page.goto(`${host.url}/`)
      await waitForSurface(page)
      await expect(cards(page).first()).toBeVisible()
      return page.locator('[part~="reason"]').allTextContents()
    }
    const strangers = await open()
    await page.evaluate(async () => {
      const { shopside } = window as unknown as SurfaceWindow
      for (let look = 0; look < 3; look++) await shopside.track('view_item', { currency: 'GBP', items: [{ item_id: '22423', item_name: 'Regency Cakestand 3 Tier' }] })
    })
    const known = await open()
    expect(known.filter(reason => reason.includes('Regency Cakest')).length).toBeGreaterThanOrEqual(3)
    await page.evaluate(
      async () => (window as unknown as SurfaceWindow).shopside.track('forget', { what: 'items', items: [{ item_id: '22423' }] }),
    )
    expect(await open()).toEqual(strangers)
    expect(await oracle.complaints()).toEqual([])
  } finally {
    await host.close()
  }
})

test('changing an attribute redraws the row without a leak', async ({ page, context }) => {
  const host = await servePlainShop({ '/': plainPage(row) })
  try {
    const oracle = await watchContext(context, host.url)
    await page.goto(`${host.url}/`)
    await expect(cards(page)).toHaveCount(4)
    const session = await context.newCDPSession(page)
    const listeners = async (): Promise<number> => {
      await session.send('HeapProfiler.collectGarbage')
      const { metrics } = await session.send('Performance.getMetrics')
      return metrics.find(metric => metric.name === 'JSEventListeners')?.value ?? 0
    }
    const redraw = (limits: number[]): Promise<void> => page.evaluate(async wanted => {
      const element = document.querySelector('shopside-recommendations')
      for (const limit of wanted) {
        element?.setAttribute('limit', String(limit))
        await new Promise(resolve => setTimeout(resolve, 40))
      }
    }, limits)
    await session.send('Performance.enable')
    await redraw([3, 5, 4])
    await expect(cards(page)).toHaveCount(4)
    const before = await listeners()
    await redraw(Array.from({ length: 30 }, (_, index) => 3 + index % 4))
    await redraw([4])
    await expect(cards(page)).toHaveCount(4)
    await expect.poll(listeners).toBeLessThanOrEqual(before + 5)
    expect(await oracle.complaints()).toEqual([])
  } finally {
    await host.close()
  }
})

test('a consent that nobody knows counts as required, and is said once', async ({ page, context }) => {
  const host = await servePlainShop({ '/': plainPage(row, 'data-model="/shopside/model/" data-consent="yes-please"') })
  const said: string[] = []
  page.on(
    'console', message => { if (message.type() === 'warning' && message.text().includes('consent')) said.push(message.text()) },
  )
  try {
    const oracle = await watchContext(context, host.url)
    await page.goto(`${host.url}/`)
    await expect(cards(page).first()).toBeVisible()
    expect(
      await page.evaluate(() => (window as unknown as SurfaceWindow).shopside.consent.state.value.personalize),
    ).toBe('unknown')
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('yes-please')
    expect(await oracle.complaints()).toEqual([])
  } finally {
    await host.close()
  }
})
