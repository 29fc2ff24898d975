import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { isFull } from '../browser/isFull.ts'
import { consentTools, type ToolWindow } from '../browser/consentTools.ts'
import { watchContext } from '../browser/oracle.ts'
import { plainPage, servePlainShop, waitForSurface, type SurfaceWindow } from '../browser/plainShop.ts'

type ShopWindow = SurfaceWindow & ToolWindow & { channels: number }

/** Everything of ours that this origin keeps, by name; channels that the page ever opened. */
function stored(page: Page): Promise<string[]> {
  return page.evaluate(async () => [
    ...Object.keys(localStorage), ...(await indexedDB.databases()).map(({ name }) => `idb ${name}`),
    ...(await caches.keys()).map(name => `cache ${name}`),
  ])
}

/** Runs before the host page is looked at: what a tool puts on the page is the shop's. */
async function prepare(context: BrowserContext, tool: () => void): Promise<void> {
  // Not in the empty page that a tab begins with, which may read no cookie.
  await context.addInitScript({ content: `if (location.protocol !== 'about:') (${tool.toString()})()` })
  await context.addInitScript(() => {
    const page = window as unknown as { channels: number; BroadcastChannel: typeof BroadcastChannel }
    page.channels = 0
    page.BroadcastChannel = class extends BroadcastChannel {
      constructor(name: string) {
        super(name)
        page.channels++
      }
    }
  })
}

const look = (page: Page, id: string): Promise<unknown> => page.evaluate(
  async item => (window as unknown as ShopWindow).shopside.track('view_item', { items: [{ item_id: item }] }), id)
const answer = (page: Page, yes: boolean): Promise<void> => page.evaluate(
  given => (window as unknown as ShopWindow).answerBanner(given), yes,
)
const personalize = (page: Page): Promise<string> => page.evaluate(
  () => (window as unknown as ShopWindow).shopside.consent.state.value.personalize)
const views = (page: Page, id: string): Promise<number | undefined> => page.evaluate(async item => {
  const { shopside } = window as unknown as ShopWindow
  await shopside.ready
  return shopside.profile.value?.items[item]?.views
}, id)

/** Milliseconds from the answer in one tab until another one finds nothing left: printed; fault 81c holds it to a second. */
async function withdraw(there: Page, here: Page): Promise<number> {
  const begun = Date.now()
  await answer(there, false)
  await expect.poll(() => stored(here), { intervals: [20] }).toEqual([])
  return Date.now() - begun
}

// Each adapter has its units; the short form asks a tool that is called, one that is found, and the shop's platform.
const ways = Object.entries(consentTools).flatMap(
  ([name, tool]) => (name === 'cookiebot' ? [name, 'auto'] : [name]).map(asked => ({ name, tool, asked })),
)
for (const { name, tool, asked } of ways.filter(way => isFull || ['google', 'auto', 'shopify'].includes(way.asked))) {
  test(`${name}, asked for as "${asked}": nothing before an answer, remembered after yes, all gone after no in another tab`, async ({ context, page }) => {
    const host = await servePlainShop({ '/': plainPage('<p>Tea</p>', `data-consent="${asked}"`) })
    try {
      await prepare(context, tool)
      const oracle = await watchContext(context, host.url)
      await page.goto(`${host.url}/`)
      await waitForSurface(page)
      expect(await look(page, 'early')).toEqual({ level: 'memory', reason: 'consent-unknown' })
      await page.waitForTimeout(700)
      expect(
        [await personalize(page), await stored(page), await page.evaluate(() => (window as unknown as ShopWindow).channels)],
      )
        .toEqual(['unknown', [], 0])

      await answer(page, true)
      await expect.poll(() => personalize(page)).toBe('granted')
      expect(await page.evaluate(() => (window as unknown as ShopWindow).shopside.consent.state.value.source)).toBe(name)
      expect(await look(page, 'later')).toEqual({ level: 'written' })
      await page.reload()
      await waitForSurface(page)
      await expect.poll(() => personalize(page)).toBe('granted')
      expect([await views(page, 'early'), await views(page, 'later')]).toEqual([1, 1])
      await page.evaluate(() => (window as unknown as ShopWindow).shopside.flush())

      const other = await context.newPage()
      await other.goto(`${host.url}/`)
      await waitForSurface(other)
      await expect.poll(() => personalize(other)).toBe('granted')
      expect(await look(other, 'other')).toEqual({ level: 'written' })
      const tookMs = await withdraw(other, page)
      test.info().annotations.push({ type: 'measured', description: `${name}: empty after ${tookMs} ms` })
      console.log(`${name} (${asked}): all stores empty ${tookMs} ms after the withdrawal`)

      // The tab that was left open: it tracks, is hidden, comes back, and asks. Nothing comes back.
      for (const each of [page, other]) {
        await look(each, 'late')
        await each.evaluate(() => {
          document.dispatchEvent(new Event('visibilitychange'))
          window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
          window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
        })
        await look(each, 'later still')
        expect(await views(each, 'later')).toBeUndefined()
      }
      await page.waitForTimeout(300)
      expect(await stored(page)).toEqual([])
      await page.reload()
      await waitForSurface(page)
      await expect.poll(() => personalize(page)).toBe('denied')
      expect(await stored(page)).toEqual([])
      expect(await oracle.complaints()).toEqual([])
    } finally {
      await host.close()
    }
  })
}

test('a stored grant is not believed against a tool that has not answered, and its no on a later page empties every store', async ({ context, page }) => {
  const host = await servePlainShop({ '/': plainPage('<p>Tea</p>', 'data-consent="cookiebot"') })
  try {
    await prepare(context, consentTools['cookiebot']!)
    const oracle = await watchContext(context, host.url)
    await page.goto(`${host.url}/`)
    await waitForSurface(page)
    await answer(page, true)
    await expect.poll(() => personalize(page)).toBe('granted')
    await look(page, 'kept')
    await context.clearCookies()
    await page.reload()
    await waitForSurface(page)
    await look(page, 'unasked')
    await page.waitForTimeout(500)
    expect(
      [await personalize(page), await views(page, 'kept'), await page.evaluate(() => (window as unknown as ShopWindow).channels)],
    )
      .toEqual(['unknown', undefined, 0])
    await context.addCookies([{ name: 'banner', value: 'no', url: host.url }])
    await page.reload()
    await waitForSurface(page)
    await expect.poll(() => stored(page)).toEqual([])
    expect(await oracle.complaints()).toEqual([])
  } finally {
    await host.close()
  }
})

test('"auto" without a tool leaves it to answers by hand, from page to page', async ({ context, page }) => {
  const host = await servePlainShop({ '/': plainPage('<p>Tea</p>', 'data-consent="auto"') })
  try {
    const oracle = await watchContext(context, host.url)
    await page.goto(`${host.url}/`)
    await waitForSurface(page)
    await page.evaluate(
      () => (window as unknown as ShopWindow).shopside.consent.set({ personalize: true }, { version: '2026-11' }),
    )
    await expect.poll(() => personalize(page)).toBe('granted')
    await look(page, 'kept')
    await page.reload()
    await waitForSurface(page)
    await expect.poll(() => personalize(page)).toBe('granted')
    expect(await views(page, 'kept')).toBe(1)
    expect(
      await page.evaluate(() => (window as unknown as ShopWindow).shopside.consent.state.value),
    ).toMatchObject({ source: 'shop', version: '2026-11' })
    expect(await oracle.complaints()).toEqual([])
  } finally {
    await host.close()
  }
})

test('Global Privacy Control keeps connectors off whatever the tool says, and says so', async ({ context, page }) => {
  const host = await servePlainShop({ '/': plainPage('<p>Tea</p>', 'data-consent="cookiebot"') })
  try {
    await context.addInitScript(
      () => { Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { configurable: true, get: () => true }) },
    )
    await prepare(context, consentTools['cookiebot']!)
    const oracle = await watchContext(context, host.url)
    await page.goto(`${host.url}/`)
    await waitForSurface(page)
    await answer(page, true)
    await expect.poll(() => personalize(page)).toBe('granted')
    expect(await page.evaluate(() => (window as unknown as ShopWindow).shopside.consent.state.value))
      .toMatchObject({ analytics: 'granted', connectors: 'denied', since: { connectors: { source: 'privacy-signal' } } })
    expect(await oracle.complaints()).toEqual([])
  } finally {
    await host.close()
  }
})

test('a sandboxed frame that may not store keeps its answer for the page, and breaks nothing', async ({ context, page }) => {
  const host = await servePlainShop({
    '/': '<!doctype html><title>A shop</title><iframe sandbox="allow-scripts" src="/framed" title="A shop in a frame"></iframe>',
    '/framed': plainPage('<p>Tea</p>', 'data-consent="required" data-capture="on"'),
    // A frame without an origin of its own may load modules from nowhere, unless the shop's host lets it.
  }, {}, { 'access-control-allow-origin': '*' })
  try {
    const oracle = await watchContext(context, host.url)
    await page.goto(`${host.url}/`)
    const frame = page.frames()[1]!
    await frame.waitForFunction(() => typeof (window as unknown as Partial<SurfaceWindow>).shopside?.track === 'function')
    const answers = await frame.evaluate(async () => {
      const { shopside } = window as unknown as SurfaceWindow
      const said: string[] = []
      for (const yes of [true, false]) {
        shopside.consent.set({ personalize: yes })
        const { level } = await shopside.track('view_item', { items: [{ item_id: 'a' }] }) as { level: string }
        said.push(shopside.consent.state.value.personalize, level)
        document.dispatchEvent(new Event('visibilitychange'))
        said.push(shopside.consent.state.value.personalize)
      }
      return said
    })
    expect(answers).toEqual(['granted', 'memory', 'granted', 'denied', 'dropped', 'denied'])
    expect(await oracle.complaints()).toEqual([])
  } finally {
    await host.close()
  }
})
