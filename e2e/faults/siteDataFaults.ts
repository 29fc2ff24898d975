import { must, type Fault } from './fault.ts'
import type { Stage } from './stage.ts'

/** Writes ten events, mirrors them, and leaves the page. */
async function writeAndLeave(stage: Stage): Promise<void> {
  const page = await stage.open()
  await stage.track(page, 10)
  const level = await stage.flush(page)
  must(level === 'mirrored', `flush() says ${level}`)
  await page.close()
}

/** Clears storage from a page without Shopside. @returns names of the databases that are left */
async function clearFromOutside(stage: Stage, storageTypes: string): Promise<string[]> {
  const outside = await stage.context.newPage()
  await outside.goto(`${stage.host.url}/raw`)
  await stage.clear(outside, storageTypes)
  const left = await outside.evaluate(async () => (await indexedDB.databases()).map(database => database.name ?? ''))
  await outside.close()
  return left
}

/** What the browser or the shopper takes away. */
export const siteDataFaults: Fault[] = [
  {
    id: '21', name: 'all site data cleared in the middle of a page: nothing comes back, and the page goes on',
    async journey(stage) {
      const page = await stage.open()
      await stage.track(page, 10)
      const before = [...stage.acknowledged]
      await page.evaluate(() => { localStorage.setItem('the-hosts-own', '1') })
      await stage.clear(page, 'all')
      if (await page.evaluate(() => localStorage.getItem('the-hosts-own') === null)) stage.fire()
      stage.acknowledged.clear() // taken by the shopper's wish
      await stage.track(page, 5)
      const { ids } = await stage.copy()
      const back = before.filter(id => ids.includes(id))
      must(back.length === 0, `${back.length} cleared events came back`)
    },
    expect: async () => {},
  },
  {
    id: '22', name: 'only IndexedDB is wiped, the mirror is left',
    async journey(stage) {
      await writeAndLeave(stage)
      if (!(await clearFromOutside(stage, 'indexeddb')).includes('shopside')) stage.fire()
      const page = await stage.open()
      await stage.track(page, 5)
      await stage.flush(page)
      const { recovered } = (await stage.status(page)).storage
      must(recovered === 1, `status().storage.recovered is ${recovered}`)
    },
    expect: async () => {},
  },
  {
    id: '22b', name: 'only IndexedDB is wiped, and the next page is left at once',
    async journey(stage) {
      await writeAndLeave(stage)
      if (!(await clearFromOutside(stage, 'indexeddb')).includes('shopside')) stage.fire()
      const page = await stage.open('/other')
      await page.goto(`${stage.host.url}/raw`)
      await page.close()
    },
    expect: async () => {},
  },
  {
    id: '23', name: 'only the mirror is wiped',
    async journey(stage) {
      await writeAndLeave(stage)
      await clearFromOutside(stage, 'cache_storage')
      const page = await stage.open()
      await stage.track(page, 2)
      const level = await stage.flush(page)
      must(level === 'mirrored', `flush() says ${level}`)
      const { storage } = await stage.status(page)
      if (storage.rebuilt > 0) stage.fire()
      must(storage.mirror === 'ready', `status().storage.mirror is ${storage.mirror}`)
      // The mirror is whole again: the database may go now.
      await page.close()
      await clearFromOutside(stage, 'indexeddb')
    },
    expect: async () => {},
  },
  {
    id: '46', name: 'a private window: works, and is gone afterwards',
    async journey(stage) {
      const browser = stage.context.browser()!
      const privateWindow = await browser.newContext()
      const page = await privateWindow.newPage()
      await page.goto(`${stage.host.url}/other`)
      await page.waitForFunction(() => typeof (window as { shopside?: { track?: unknown } }).shopside?.track === 'function')
      const levels = await stage.track(page, 3)
      must(levels.every(level => level === 'written'), `levels: ${levels.join(' ')}`)
      await privateWindow.close()
      stage.acknowledged.clear()
      const { ids } = await stage.copy()
      must(ids.length === 0, `${ids.length} events of the private window are in another one`)
      stage.fire()
    },
    expect: async () => {},
  },
]
