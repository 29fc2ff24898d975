import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { watchContext } from '../browser/oracle.ts'
import { plainPage, waitForSurface, type SurfaceWindow } from '../browser/plainShop.ts'
import { serveFolder, type EndpointAnswer, type StaticHost } from '../browser/serveFolder.ts'
import { strictPolicy } from '../browser/strictPolicy.ts'
import { modelDir, sdkDir } from '../store/paths.ts'

const branches = `<shopside-when segment="customer"><section id="known">Your usual things</section></shopside-when>
<shopside-when not="customer"><section id="new">New here</section></shopside-when><p>Below</p>`
const withStub = (markup: string): string => markup.replace('<script', '<script src="/shopside/stub.js"></script>\n<script')
const asking = 'data-model="/shopside/model/" data-currency="GBP"'
const rules = [
  { id: 'customer', public: true, sentence: 'You have ordered here.', rule: { event: 'purchase', op: '>=', value: 1 } },
  { id: 'wet', public: true, rule: { fact: 'context.weather', op: '=', value: 'rain' } },
]

let host: StaticHost
/** Builds since: each has newer norms of the same rules. */
let builds = 0

/** The demo's model, with two rules of a shop in its norms. */
function modelFile(path: string): EndpointAnswer | undefined {
  if (!/\/model\/(manifest|norms)/.test(path)) return undefined
  const manifest = JSON.parse(readFileSync(join(modelDir, 'manifest.json'), 'utf8')) as { asOf: number; files: Record<string, unknown> }
  const norms = Buffer.from(JSON.stringify({ format: 'shopside-norms', version: 1, asOf: manifest.asOf + builds, segments: rules }))
  if (path.includes('norms')) return { body: norms }
  const file = { path: `norms.${String(builds).padStart(16, '0')}.json`, bytes: norms.length, sha256: '0'.repeat(64) }
  return { body: { ...manifest, files: { ...manifest.files, norms: file } } }
}

test.beforeAll(async () => {
  host = await serveFolder({
    pages: {
      '/': withStub(plainPage(branches)),
      '/ask': withStub(plainPage(branches, asking)),
      '/privacy': plainPage('<shopside-privacy></shopside-privacy>'),
    },
    headers: { 'content-security-policy': strictPolicy },
    folders: { '/shopside/model/': modelDir, '/shopside/': sdkDir },
    endpoint: ({ path }) => modelFile(path),
  })
})
test.afterAll(() => host.close())

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${host.url}${path}`)
  await waitForSurface(page)
  return page
}

function order(page: Page): Promise<unknown> {
  return page.evaluate(() => (window as unknown as SurfaceWindow).shopside.track('purchase', {
    transaction_id: 'T-1', currency: 'GBP', value: 12.75, items: [{ item_id: '22423', quantity: 1, price: 12.75 }],
  }))
}

const kept = (page: Page): Promise<string | null> => page.evaluate(() => localStorage.getItem('shopside.when'))
const shown = (page: Page): Promise<string[]> => page.evaluate(() =>
  [...document.querySelectorAll('section')].filter(section => section.checkVisibility()).map(({ id }) => id))

/** Hears of segments on the page, and keeps shop.segments live. */
function follow(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const heard: unknown[] = []
    Object.assign(window, { heard })
    document.addEventListener('shopside:segment', event => void heard.push((event as CustomEvent).detail))
    const { shopside } = window as unknown as SurfaceWindow
    shopside.segments.subscribe(() => {})
    await shopside.ready
  })
}
const heard = (page: Page): Promise<{ id: string; entered: boolean }[]> =>
  page.evaluate(() => (window as unknown as { heard: { id: string; entered: boolean }[] }).heard)

test('the second page of a visit has the right branch in its first frame, and neither page moves', async ({ context }) => {
  const oracle = await watchContext(context, host.url)
  const page = await open(context, '/')
  await order(page)
  await expect.poll(() => kept(page)).toContain('customer')
  // What was decided in the first frame stays.
  expect(await shown(page)).toEqual(['new'])
  await expect(page.locator('shopside-when').first()).toHaveAttribute('data-state', 'hidden')

  // The script comes late: what is seen before it is the stub's alone.
  let letGo = (): void => {}
  const late = new Promise<void>(done => { letGo = done })
  await page.route('**/shopside.js', async route => {
    await late
    await route.continue()
  })
  await page.goto(`${host.url}/`, { waitUntil: 'commit' })
  await expect(page.getByText('Below')).toBeVisible()
  expect(await shown(page)).toEqual(['known'])
  letGo()
  await expect(page.locator('shopside-when').first()).toHaveAttribute('data-state', 'shown')
  expect(await shown(page)).toEqual(['known'])
  expect(await page.evaluate(() => new Promise<number>(done => {
    new PerformanceObserver(list => done(list.getEntries().length)).observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => done(0), 300) // nothing was buffered: nothing moved
  }))).toBe(0)
  expect(await oracle.complaints()).toEqual([])
})

test('a public rule that begins is told once, whichever of two tabs sees it', async ({ context }) => {
  const tabs = await Promise.all(['/', '/'].map(path => open(context, path)))
  await Promise.all(tabs.map(follow))
  await order(tabs[0]!)
  for (const tab of tabs) {
    await expect.poll(() => tab.evaluate(() => (window as unknown as SurfaceWindow).shopside.profile.value?.told?.['customer'])).toBeTruthy()
  }
  expect((await Promise.all(tabs.map(heard))).flat()).toMatchObject([{ id: 'customer', entered: true }])
  const { events } = await tabs[1]!.evaluate(() => (window as unknown as SurfaceWindow).shopside.export())
  const told = (events as { name: string; params: { segment_id?: string } }[]).filter(event => event.params.segment_id === 'customer')
  expect(told.map(({ name }) => name)).toEqual(['segment_entered'])
})

test('a segment that the shopper strikes out is not concluded again, also when the model changes', async ({ context }) => {
  const page = await open(context, '/privacy')
  await order(page)
  await page.reload()
  await page.getByRole('button', { name: 'That’s wrong: You have ordered here.' }).click()
  await expect(page.locator('shopside-privacy')).not.toContainText('You have ordered here.')
  builds++
  await page.goto(`${host.url}/`)
  await waitForSurface(page)
  await expect.poll(() => kept(page)).toContain('new')
  expect(await kept(page)).not.toContain('customer')
})

test('without a yes the page alone is asked and nothing is stored; with a no all is gone', async ({ context }) => {
  const page = await open(context, '/ask')
  await follow(page)
  await page.evaluate(() => (window as unknown as SurfaceWindow).shopside.context({ weather: 'rain' }))
  await expect.poll(() => heard(page)).toMatchObject([{ id: 'wet', entered: true }])
  expect(await page.evaluate(async () => [localStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length])).toEqual([0, 0, 0])
  const answer = (isYes: boolean): Promise<void> =>
    page.evaluate(yes => (window as unknown as SurfaceWindow).shopside.consent.set({ personalize: yes }), isYes)
  await answer(true)
  await expect.poll(() => kept(page)).toContain('wet')
  await answer(false)
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0)
  // The one beginning was told once, before the yes.
  expect((await heard(page)).filter(({ id, entered }) => id === 'wet' && entered)).toHaveLength(1)
})
