import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { test as inShop } from '../browser/journey.ts'
import { writeModel } from '../../packages/cli/src/write/writeModel.ts'
import { syntheticParts } from '../bench/syntheticParts.ts'
import { plainPage, type SurfaceWindow } from '../browser/plainShop.ts'
import { serveFolder, type StaticHost } from '../browser/serveFolder.ts'
import { strictPolicy } from '../browser/strictPolicy.ts'
import { sdkDir } from '../store/paths.ts'

const tag = 'data-model="/shopside/model/" data-consent="granted" data-currency="GBP" data-capture="off"'
const row = (item: string): string =>
  `<shopside-recommendations strategy="similar" item="${item}" limit="4"></shopside-recommendations>`

let folder: string
let host: StaticHost
let soldOut = ''
let isDown = false

/** A shop of 3,000 items, built forty days ago: a head and shards, written as `shopside build` writes larger ones. */
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shopside-shards-'))
  const parts = syntheticParts(3000, 8)
  const asOf = Date.now() - 40 * 86_400_000
  await writeModel(folder, {
    ...parts, asOf, currency: 'GBP', similar: parts.viewed as typeof parts.similar,
    items: parts.items.map(item => ({ ...item, title: `Thing ${item.itemId}`, price: 5, priceAt: asOf })),
  }, { shardAbove: 1000 })
  const withRows = parts.items.filter(
    (_, index) => (parts.viewed as typeof parts.similar)[index]!.length > 8,
  ).map(item => item.itemId)
  const [one, other] = [withRows[50]!, withRows[900]!]
  host = await serveFolder({
    pages: {
      '/one': plainPage(row(one), tag), '/other': plainPage(row(other), tag),
      '/live': plainPage(row(one), `${tag} data-live="/api/price/{ids}"`),
    },
    headers: { 'content-security-policy': strictPolicy },
    folders: { '/shopside/model/': folder, '/shopside/': sdkDir },
    fixed: { '/pictures/': { type: 'image/svg+xml', body: '' } },
    endpoint({ path }) {
      if (isDown && path.startsWith('/shopside/model/')) return { status: 503, body: {} }
      if (!path.startsWith('/api/price/')) return undefined
      const ids = path.slice('/api/price/'.length).split(',')
      return {
        body: Object.fromEntries(ids.map(id => [id, id === soldOut ? { available: false } : { price: 3.5, currency: 'GBP' }])),
      }
    },
  })
})

test.afterAll(async () => {
  await host.close()
  rmSync(folder, { recursive: true })
})

/** Opens a page and waits for its row. @returns its titles, and the files of the model that were asked for */
async function open(page: Page, path: string): Promise<{ titles: string[]; files: string[] }> {
  const before = host.received.length
  await page.goto(host.url + path)
  const shown = page.locator('shopside-recommendations')
  await expect(shown).toHaveAttribute('data-state', 'stale')
  const titles = await shown.locator('.title').allTextContents()
  expect(titles).toHaveLength(4)
  return { titles, files: host.received.slice(before).flatMap(
    ({ path: asked }) => (asked.startsWith('/shopside/model/') ? [asked.slice(16)] : []),
  ) }
}

test('of a model in shards a page loads what its row needs, once, and shows the same when more is there, and when the host is down', async ({ page }) => {
  const cold = await open(page, '/one')
  expect(cold.files.map(name => name.split('.')[0]).filter(kind => kind !== 'shard')).toEqual(['manifest', 'model'])
  const shards = cold.files.filter(name => name.startsWith('shard.'))
  expect(shards.length).toBeGreaterThan(0)
  expect(shards.length).toBeLessThan(4)
  await expect(page.locator('shopside-recommendations')).toContainText('As of')
  // The copy is written when the page has nothing better to do.
  await expect.poll(
    () => page.evaluate(async () => (await (await caches.open('shopside.model')).keys()).length),
  ).toBe(shards.length + 2)

  await open(page, '/other')
  const warm = await open(page, '/one')
  expect(warm.titles).toEqual(cold.titles)
  expect(warm.files.filter(name => name !== 'manifest.json')).toEqual([])

  isDown = true
  const alone = await open(page, '/one')
  isDown = false
  expect(alone.titles).toEqual(cold.titles)
  await expect.poll(
    () => page.evaluate(() => (window as unknown as SurfaceWindow).shopside.status().model),
  ).toMatchObject({ state: 'ready', stale: true, ageDays: 40, reason: 'manifest-503' })
  for (const { path, headers } of host.received) if (path.startsWith('/shopside/model/')) expect(
    [path.includes('?'), headers.referer, headers.cookie],
  ).toEqual([false, undefined, undefined])
})

test('what the shop calls sold out now is not drawn, and a price that the model may not say any more is the shop\'s of now', async ({ page }) => {
  // However slow the machine: the 800 ms that a row waits for the shop are fifty times as long here.
  await page.addInitScript(() => {
    const [clock, later] = [performance.now.bind(performance), window.setTimeout.bind(window)]
    performance.now = () => clock() / 50
    window.setTimeout = ((run: () => void, ms = 0) => later(run, ms > 600 && ms <= 800 ? ms * 50 : ms)) as typeof window.setTimeout
  })
  const { titles } = await open(page, '/one')
  await expect(page.locator('shopside-recommendations .price')).toHaveText(Array.from({ length: 4 }, () => 'See price'))
  soldOut = titles[0]!.replace('Thing ', '')
  const live = await open(page, '/live')
  expect(live.titles.slice(0, 3)).toEqual(titles.slice(1))
  await expect(page.locator('shopside-recommendations .price')).toHaveText(Array.from({ length: 4 }, () => '£3.50'))
})

inShop('search results stand a little nearer to a shopper\'s likings, each once, and the shop\'s own order is a link away', async ({ shop, page }) => {
  const tiles = async (): Promise<{ id: string; isCat: boolean }[]> => {
    // Kept back until their order is settled: nothing moves that was seen.
    await expect(page.locator('.tiles')).not.toHaveAttribute('data-order', 'yours')
    return page.locator('.tiles > li').evaluateAll(found => found.map(tile => (
      { id: (tile as HTMLElement).dataset['item']!, isCat: /\bcat\b/i.test(tile.textContent ?? '') })))
  }
  await shop.becomeKnown('22702', '2011-12-10T10:00')
  for (const id of ['22703', '22853']) await shop.open(`/product/${id}`)

  await page.goto('/search?q=bowl&order=shop')
  const shops = await tiles()
  await expect(page.locator('.order-line')).toContainText('In the shop’s order.')
  await page.getByRole('link', { name: 'Order them for you' }).click()
  let yours = await tiles()
  // Results wait 800 ms for their order, then stand in the shop's: a slow machine has it at the next look, when all files are there.
  const isOrdered = page.locator('#order-yours')
  await expect.poll(async () => {
    if (!await isOrdered.isVisible()) await page.reload()
    yours = await tiles()
    return isOrdered.isVisible()
  }).toBe(true)
  await expect(page.locator('.order-line')).toContainText('Ordered for you, by what this browser remembers.')
  expect(yours.map(({ id }) => id).toSorted()).toEqual(shops.map(({ id }) => id).toSorted())
  const climbs = yours.map(({ id, isCat }, place) => ({ isCat, by: shops.findIndex(other => other.id === id) - place }))
  for (const { by } of climbs) expect(Math.abs(by)).toBeLessThanOrEqual(8)
  const cats = climbs.filter(({ isCat }) => isCat)
  expect(cats.length).toBeGreaterThan(0)
  expect(cats.reduce((sum, { by }) => sum + by, 0)).toBeGreaterThan(0)
  await expect(page.getByRole('link', { name: 'See the shop’s order' })).toHaveAttribute('href', '/search?q=bowl&order=shop')
})
