import { createHash } from 'node:crypto'
import { expect, test, type BrowserContext, type Locator, type Page } from '@playwright/test'
import type { OrderStatus, Shipment } from 'shopside'
import { watchContext } from '../browser/oracle.ts'
import { plainPage, type SurfaceWindow } from '../browser/plainShop.ts'
import { serveFolder, type StaticHost } from '../browser/serveFolder.ts'
import { strictPolicy } from '../browser/strictPolicy.ts'
import { sdkDir } from '../store/paths.ts'

const morning = new Date('2026-03-02T09:00:00Z')
const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** What the shop's endpoint says of each order, and what it answered so far: one line a request. */
const answers = new Map<string, unknown>()
let asked: { order: string; status: number }[] = []
let host: StaticHost

const tag = (order: string, attributes = ''): string => `<shopside-order-tracking order="${order}" ${attributes}></shopside-order-tracking>`
const granted = 'data-consent="granted" data-order-status="/parcels/{order}.json"'
const pages: Record<string, string> = {
  ...Object.fromEntries(['two', 'again', 'same', 'hidden', 'offline', 'new', 'down', 'hostile'].map(order => [`/${order}`, plainPage(tag(order), granted)])),
  '/below': plainPage(`<div class="tall"></div><link rel="stylesheet" href="/tall.css">${tag('below')}`, granted),
  '/no-answer': plainPage(tag('no-answer'), 'data-order-status="/parcels/{order}.json"'),
  '/list': plainPage('<shopside-order-tracking></shopside-order-tracking>', granted),
}

test.beforeAll(async () => {
  host = await serveFolder({
    pages,
    headers: { 'content-security-policy': strictPolicy },
    folders: { '/shopside/': sdkDir },
    fixed: { '/tall.css': { type: 'text/css', body: '.tall { height: 6000px }' } },
    endpoint({ path, headers }) {
      const order = /^\/parcels\/(.+)\.json$/.exec(path)?.[1]
      if (order === undefined) return undefined
      const body = answers.get(order)
      const etag = `"${createHash('sha256').update(JSON.stringify(body) ?? '').digest('hex').slice(0, 12)}"`
      const status = body === undefined ? 503 : headers['if-none-match'] === etag ? 304 : 200
      asked.push({ order, status })
      return { status, headers: { etag, 'cache-control': 'no-cache' }, body: status === 200 ? body : undefined }
    },
  })
})
test.afterAll(() => host.close())
test.beforeEach(() => { asked = [] })

const asksOf = (order: string): number[] => asked.filter(each => each.order === order).map(each => each.status)
const tracking = (page: Page): Locator => page.locator('shopside-order-tracking')
const currentStep = (page: Page): Locator => tracking(page).locator('[aria-current="step"]')

/** Keys of all records that the browser holds for this shop. */
const keysOf = (page: Page): Promise<string[]> => page.evaluate(() => new Promise((done, failed) => {
  const opening = indexedDB.open('shopside')
  opening.onerror = () => failed(opening.error)
  opening.onsuccess = () => {
    const database = opening.result
    const all = database.transaction('log').objectStore('log').getAllKeys()
    all.onsuccess = () => { database.close(); done(all.result.map(String)) }
  }
}))

/** One parcel, expected next week. */
function say(order: string, status: Shipment['status'], more: Partial<Shipment> = {}): void {
  const parcel = {
    id: 's1', status, status_at: '2026-03-02T08:00:00+00:00', eta: { from: '2026-03-06', to: '2026-03-06', source: 'carrier' },
    events: [{ at: '2026-03-02T08:00:00+00:00', status }], items: [{ item_id: 'p0', item_name: 'Cakestand' }], ...more,
  }
  answers.set(order, { order_id: order, shipments: [parcel] } as unknown as OrderStatus)
}

/** All tabs of a test share one clock: it starts in the morning and goes on from there. */
test.beforeEach(({ context }) => context.clock.install({ time: morning }))

async function openTab(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(host.url + path)
  return page
}

test('two tabs ask once between them, and both know', async ({ context }) => {
  say('two', 'packed')
  const tabs = await Promise.all([openTab(context, '/two'), openTab(context, '/two')])
  for (const tab of tabs) await expect(currentStep(tab)).toHaveText('Packed')
  expect(asksOf('two')).toEqual([200])
  say('two', 'in_transit')
  await context.clock.fastForward(40 * minuteMs)
  for (const tab of tabs) await expect(currentStep(tab)).toHaveText(/^On its way/)
  expect(asksOf('two')).toEqual([200, 200])
})

test('a page that is loaded again in time asks nothing and says how old its news are', async ({ context }) => {
  say('again', 'packed')
  const page = await openTab(context, '/again')
  await expect(currentStep(page)).toHaveText('Packed')
  await context.clock.fastForward(10 * minuteMs)
  await page.reload()
  await expect(tracking(page).locator('[part="age"]')).toHaveText('As of 09:00.')
  await expect(tracking(page)).toHaveAttribute('data-state', 'ready')
  expect(asksOf('again')).toEqual([200])
})

test('an order that did not move is a 304 on the wire, and stays as it is remembered', async ({ context }) => {
  say('same', 'packed')
  const page = await openTab(context, '/same')
  await expect(currentStep(page)).toHaveText('Packed')
  await context.clock.fastForward(40 * minuteMs)
  await expect(tracking(page).locator('[part="age"]')).toHaveText('As of 09:40.')
  await page.reload()
  await expect(currentStep(page)).toHaveText('Packed')
  expect(asksOf('same')).toEqual([200, 304])
})

test('a hidden tab asks nothing, and at once when it is shown', async ({ context }) => {
  say('hidden', 'packed')
  const page = await context.newPage()
  await page.addInitScript(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (window as { shown?: true }).shown ? 'visible' : 'hidden' })
  })
  await page.goto(`${host.url}/hidden`)
  await page.waitForFunction(() => customElements.get('shopside-order-tracking') !== undefined)
  await context.clock.runFor(hourMs)
  expect(asksOf('hidden')).toEqual([])
  await page.evaluate(() => {
    (window as { shown?: true }).shown = true
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  })
  await expect(currentStep(page)).toHaveText('Packed')
  expect(asksOf('hidden')).toEqual([200])
})

test('an order far below asks nothing until it is scrolled to, nor after it was scrolled away', async ({ context }) => {
  say('below', 'packed')
  const page = await openTab(context, '/below')
  await page.waitForFunction(() => document.querySelector('.tall')!.clientHeight === 6000)
  expect(asksOf('below')).toEqual([])
  await tracking(page).scrollIntoViewIfNeeded()
  await expect(currentStep(page)).toHaveText('Packed')
  await page.evaluate(() => { scrollTo(0, 0) })
  await context.clock.runFor(1000)
  await context.clock.fastForward(24 * hourMs)
  await context.clock.runFor(1000)
  expect(asksOf('below')).toEqual([200])
})

test('offline, the last state stands with its age; back online it is asked at once', async ({ context }) => {
  say('offline', 'packed')
  const page = await openTab(context, '/offline')
  await expect(currentStep(page)).toHaveText('Packed')
  await context.clock.fastForward(12 * minuteMs)
  await context.setOffline(true)
  await expect(tracking(page).locator('[part="age"]')).toHaveText('As of 09:00. You are offline.')
  await expect(tracking(page)).toHaveAttribute('data-state', 'stale')
  say('offline', 'in_transit')
  await context.setOffline(false)
  await expect(currentStep(page)).toHaveText(/^On its way/)
  await expect(tracking(page)).toHaveAttribute('data-state', 'ready')
  expect(asksOf('offline')).toEqual([200, 200])
})

test('an endpoint that fails leaves the last state, and is asked ever more seldom', async ({ context }) => {
  say('down', 'packed')
  const page = await openTab(context, '/down')
  await expect(currentStep(page)).toHaveText('Packed')
  answers.delete('down')
  await context.clock.fastForward(40 * minuteMs)
  await expect(tracking(page).locator('[part="age"]')).toHaveText('As of 09:00. No newer news.')
  const before = asksOf('down').length
  await context.clock.runFor(10 * minuteMs)
  // Half a minute, one, two, four, eight: at most five more in ten minutes.
  expect(asksOf('down').length - before).toBeLessThanOrEqual(5)
  say('down', 'in_transit')
  // An answer may be on its way while the clock jumps, and its pause begins after the jump: go on until the next asking is due.
  await expect.poll(async () => {
    await context.clock.fastForward(20 * minuteMs)
    return currentStep(page).textContent()
  }).toMatch(/^On its way/)
})

test('a step that is new since the last visit says so, is read out once, and is old at the next', async ({ context }) => {
  const oracle = await watchContext(context, host.url)
  say('new', 'packed')
  const first = await openTab(context, '/new')
  await expect(currentStep(first)).toHaveText('Packed')
  await expect.poll(async () => (await keysOf(first)).some(key => key.includes('\u0001new'))).toBe(true) // what was seen is noted
  await first.close()
  await context.clock.fastForward(5 * hourMs)
  say('new', 'in_transit')
  const second = await openTab(context, '/new')
  await expect(currentStep(second)).toHaveText('On its way New')
  await expect(tracking(second).locator('[role="status"]')).toHaveText('New: On its way')
  await second.reload()
  await expect(currentStep(second)).toHaveText('On its way New')
  await expect(tracking(second).locator('[role="status"]')).toHaveText('')
  await second.close()
  await context.clock.fastForward(5 * hourMs)
  const third = await openTab(context, '/new')
  await expect(currentStep(third)).toHaveText('On its way')
  expect((await oracle.complaints()).filter(complaint => !/Date|setTimeout|clearTimeout|Interval|AnimationFrame|IdleCallback|performance|Intl|Event/.test(complaint))).toEqual([])
})

test('without an answer to the question nothing is stored, and what is shown is asked for', async ({ context, page }) => {
  say('no-answer', 'packed')
  await page.goto(`${host.url}/no-answer`)
  await expect(currentStep(page)).toHaveText('Packed')
  const other = await context.newPage()
  await other.goto(`${host.url}/no-answer`)
  await expect(currentStep(other)).toHaveText('Packed')
  expect(asksOf('no-answer')).toEqual([200, 200])
  expect(await page.evaluate(async () => [localStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length])).toEqual([0, 0, 0])
})

test('no word of the page\'s address names an order, and no answer of an endpoint becomes markup or a script', async ({ page }) => {
  await page.goto(`${host.url}/list?order=hostile&t=aaaaaaaaaaaaaaaaaaaaaa&coupon=FREE100&price=0`)
  await expect(tracking(page)).toHaveAttribute('data-state', 'empty')
  expect(asksOf('hostile')).toEqual([])
  say('hostile', 'in_transit', {
    message: '<img src=x onerror="document.title=1">', tracking_url: `${'javascript'}:document.title=1`, carrier: { name: '<b>' },
    items: [{ item_id: 'p0', item_name: '<script>document.title=1</script>', image_url: 'https://evil.example/pixel.gif' }],
  })
  const elsewhere: string[] = []
  page.on('request', request => { if (!request.url().startsWith(host.url)) elsewhere.push(request.url()) })
  await page.goto(`${host.url}/hostile`)
  await expect(currentStep(page)).toHaveText(/^On its way/)
  expect(await tracking(page).locator('a').count()).toBe(0)
  await expect(tracking(page).locator('[part="contents"]')).toContainText('<script>')
  expect([await page.title(), elsewhere]).toEqual(['A plain shop', []])
})

test('the address of a page that asks is told to nobody', async ({ page }) => {
  await page.goto(`${host.url}/same?secret=1`)
  await expect(tracking(page)).toHaveAttribute('data-state', /ready|stale/)
  const [request] = host.received.filter(({ path }) => path.startsWith('/parcels/same')).slice(-1)
  expect(request!.headers['referer']).toBeUndefined()
})

test('a forgotten order goes from the list of every tab', async ({ context }) => {
  const tabs = await Promise.all([openTab(context, '/list'), openTab(context, '/list')])
  const [first, second] = tabs as [Page, Page]
  const track = (name: string, params: object): Promise<unknown> => first.evaluate(async ([event, what]) =>
    (window as unknown as SurfaceWindow).shopside.track(event as string, what as object), [name, params])
  await first.waitForFunction(() => typeof (window as { shopside?: { track?: unknown } }).shopside?.track === 'function')
  await track('purchase', { transaction_id: 'T-1', items: [{ item_id: 'p0', item_name: 'Cakestand' }] })
  for (const tab of tabs) await expect(tracking(tab).locator('.entry')).toHaveCount(1)
  await track('forget', { transaction_id: 'T-1' })
  for (const tab of tabs) await expect(tracking(tab)).toHaveAttribute('data-state', 'empty')
  await expect(tracking(second).locator('.entry')).toHaveCount(0)
})
