import type { BrowserContext, Page, Route } from '@playwright/test'
import { isFull } from '../browser/isFull.ts'
import { expect, test } from '../browser/journey.ts'
import type { Shop } from '../browser/shop.ts'

const sdkLateMs = 2_000
const modelLateMs = 4_000

/**
 * Every layout shift of the page since its first frame, with what moved and from where to where. Before the SDK has come a shop
 * may still put in its own letters (a busy machine hands them over late): what moves then counts where it touches an element of ours.
 */
function shifts(page: Page): Promise<string[]> {
  return page.evaluate(() => new Promise<string[]>(resolve => {
    const scripts = performance.getEntriesByType('resource').filter(({ name }) => /\/assets\/.*\.js/.test(name))
    const sdkAt = Math.min(...scripts.map(script => (script as PerformanceResourceTiming).responseEnd))
    interface Shift {
      value: number
      startTime: number
      hadRecentInput: boolean
      sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
    }
    const describe = ({ node, previousRect, currentRect }: Shift['sources'][number]): string => {
      const element = node instanceof Element ? node : node?.parentElement
      const place = element?.querySelector('[placement]')?.getAttribute('placement') ?? element?.getAttribute('placement') ?? ''
      const box = (rect: DOMRect): string => `${Math.round(rect.y)}+${Math.round(rect.height)}`
      return `${element?.localName}.${element?.className} ${place} ${box(previousRect)} to ${box(currentRect)}`
    }
    const isOurs = ({ node }: Shift['sources'][number]): boolean => {
      const element = node instanceof Element ? node : node?.parentElement
      const ours = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('shopside-'))
      return element == null || ours.some(each => each.contains(element) || element.contains(each))
    }
    const observer = new PerformanceObserver(list => {
      const moved = (list.getEntries() as unknown as Shift[]).filter(
        entry => !entry.hadRecentInput && (entry.startTime >= sdkAt || entry.sources.some(isOurs)),
      )
      resolve(moved.map(entry => `${entry.value.toFixed(4)} ${entry.sources.map(describe).join(', ')}`))
    })
    observer.observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => resolve([]), 500) // nothing was buffered: nothing moved
  }))
}

/** The SDK two seconds late and after the shop's own letters, the model four. */
async function makeLate(context: BrowserContext, withoutModel = false): Promise<void> {
  const late = (
    pattern: RegExp, ms: number, answer: (route: Route) => Promise<void>,
  ): Promise<unknown> => context.route(pattern, async route => {
    await new Promise(resolve => setTimeout(resolve, ms))
    await answer(route).catch(() => {}) // the page may have been left meanwhile
  })
  await late(/\/assets\/.*\.js/, sdkLateMs, async route => {
    await route.request().frame().evaluate(() => document.fonts.ready.then(() => {}))
    await route.continue()
  })
  await late(
    /\/shopside\/model\//, modelLateMs - sdkLateMs,
    route => withoutModel ? route.fulfill({ status: 404, body: '' }) : route.continue(),
  )
}

/** Pages by whether their rows will be filled or empty. */
const cases: { name: string; paths: string[]; prepare: (shop: Shop) => Promise<void>; empty?: boolean }[] = [
  {
    name: 'a visitor who is known, all rows filled',
    paths: ['/', '/product/22423'],
    async prepare(shop) {
      await shop.open('/product/21212')
      await shop.answer('Yes')
      for (const id of ['22720', '47566', '22423']) await shop.open(`/product/${id}`)
      await shop.addToBasket('22423')
      await shop.placeOrder()
    },
  },
  { name: 'a stranger', paths: ['/', '/product/22423', '/department/party', '/your-orders'], prepare: async () => {} },
  { name: 'a stranger without a model, all rows empty', paths: ['/', '/product/22423'], prepare: async () => {}, empty: true },
]

const sizes = [{ width: 390, height: 844 }, { width: 1280, height: 900 }]

// The short form has a stranger's rows empty by `modelFaults` alone, and sees the stranger on the narrow page.
for (const { name, paths, prepare, empty } of cases.filter(each => isFull || !each.empty)) {
  const seenAt = isFull || name !== 'a stranger' ? sizes : sizes.slice(0, 1)
  test(`nothing moves at ${seenAt.map(({ width }) => width).join(' and ')} px with the SDK 2 s and the model 4 s late: ${name}`, async ({ shop, context, oracle }) => {
    test.setTimeout(180_000)
    await prepare(shop)
    await makeLate(context, empty)
    if (empty) oracle.expectComplaint(/^console: Failed to load resource: .*\/shopside\/model\//s)
    // The pages are waited for together: each in a tab of its own.
    const seen = await Promise.all(seenAt.flatMap(size => paths.map(async path => {
      const tab = await context.newPage()
      await tab.setViewportSize(size)
      await tab.goto(path)
      await tab.waitForTimeout(modelLateMs + 1_500)
      // What is below is looked at too: rows fill as they near the viewport.
      await tab.mouse.wheel(0, 1_200)
      await tab.waitForTimeout(1_500)
      return (await shifts(tab)).map(shift => `${path} at ${size.width} px: ${shift}`)
    })))
    expect(seen.flat()).toEqual([])
  })
}
