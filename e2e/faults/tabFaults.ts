import type { Page } from '@playwright/test'
import { absences } from '../browser/otherTab.ts'
import { waitForSurface, type SurfaceWindow } from '../browser/plainShop.ts'
import { must, NotHere, type Fault } from './fault.ts'
import type { Stage } from './stage.ts'
import { until } from './until.ts'

const view = (id: string): string => `void window.shopside.track('view_item', { items: [{ item_id: '${id}' }] })`

/** Tracks and is gone in the same breath, `count` times. @returns how many of the events were kept */
async function leaveAtOnce(
  stage: Stage, count: number, prefix: string, leave: (page: Page, id: string) => Promise<void>,
): Promise<number> {
  for (let time = 0; time < count; time++) {
    const page = await stage.open('/other')
    await leave(page, `${prefix}-${time}`)
    await page.close()
  }
  stage.fire()
  return (await stage.copy()).ids.filter(id => id.startsWith(`${prefix}-`)).length
}

/** Tabs that die, freeze, are put away, or are many. */
export const tabFaults: Fault[] = [
  {
    id: '29', name: 'the renderer of one tab crashes',
    async journey(stage) {
      const [page, other] = [await stage.open('/other'), await stage.open('/other')]
      await stage.track(page, 20)
      const crashed = new Promise<void>(resolve => page.once('crash', () => resolve()))
      void stage.cdp(page).then(session => session.send('Page.crash')).catch(() => {})
      await crashed
      stage.fire()
      await page.close()
      const levels = await stage.track(other, 5)
      must(levels.every(level => level === 'written'), `the other tab: ${levels.join(' ')}`)
    },
    expect: async () => {},
  },
  {
    id: '31', name: 'the page is left straight after track()', timeoutMs: 90_000,
    async journey(stage) {
      const count = stage.isFull ? 100 : 8
      const kept = await leaveAtOnce(stage, count, 'left', async (page, id) => {
        await Promise.all([page.waitForURL('**/raw'), page.evaluate(`${view(id)}; location.href = '/raw'`).catch(() => {})])
      })
      must(kept >= Math.floor(count * 0.99), `${kept} of ${count} were kept`)
    },
    expect: async () => {},
  },
  {
    id: '31b', name: 'the tab is closed straight after track()', timeoutMs: 90_000,
    async journey(stage) {
      const count = stage.isFull ? 100 : 8
      const kept = await leaveAtOnce(stage, count, 'closed', async (page, id) => { await page.evaluate(view(id)) })
      must(kept >= Math.floor(count * 0.99), `${kept} of ${count} were kept`)
    },
    expect: async () => {},
  },
  {
    id: '32', name: 'another tab holds a transaction open for ever (as a frozen one does)', timeoutMs: 60_000,
    async journey(stage) {
      const page = await stage.open('/other')
      await stage.track(page, 3)
      const other = await stage.context.newPage()
      await other.goto(`${stage.host.url}/raw`)
      const holds = await other.evaluate<boolean>(`new Promise(done => {
        const request = indexedDB.open('shopside')
        request.onsuccess = () => {
          const store = request.result.transaction('log', 'readwrite').objectStore('log')
          const again = () => { store.get('x').onsuccess = again; done(true) }
          again()
        }
      })`)
      if (holds) stage.fire()
      const began = performance.now()
      const levels = await stage.track(page, 2)
      const seconds = (performance.now() - began) / 1000
      must(levels.every(level => level === 'memory'), `levels: ${levels.join(' ')}`)
      must(seconds < 4, `two calls of track() were answered after ${seconds.toFixed(1)} s`)
      // In full after both tries of ten seconds: the page has gone to memory by then, and must come back.
      if (stage.isFull) {
        await page.waitForFunction(() => (window as unknown as SurfaceWindow).shopside.status().storage.mode === 'memory')
      }
      await other.close()
      const [again] = await stage.track(page, 1)
      must(stage.isFull || again === 'written', `once the other tab is gone: ${again}`)
      await until(() => page.evaluate(async () => {
        const { shopside } = window as unknown as SurfaceWindow
        const { events } = await shopside.export() as { events: { name: string }[] }
        return shopside.status().storage.mode === 'idb' && events.filter(({ name }) => name === 'view_item').length === 6
      }), 'what was tracked meanwhile is not stored')
    },
    async expect(stage) {
      const { ids } = await stage.copy()
      must(ids.length === 6, `${ids.length} events of 6 are stored`)
    },
  },
  {
    id: '34', name: 'restored from the back-forward cache (its two events)',
    async journey(stage) {
      const page = await stage.open('/other')
      await stage.track(page, 3)
      const absence = absences.find(({ name }) => name.includes('back-forward'))!
      await absence.leave(page)
      const other = await stage.open('/other')
      await stage.track(other, 1)
      await absence.comeBack(page)
      stage.fire()
      const levels = await stage.track(page, 3)
      must(levels.every(level => level === 'written'), `after the restore: ${levels.join(' ')}`)
      must(
        await page.evaluate(async () => (await (window as unknown as SurfaceWindow).shopside.export()).events.length) >= 7,
        'it does not see the other tab\'s event',
      )
    },
    expect: async () => {},
  },
  {
    id: '35', name: 'the page is discarded and loaded again',
    inject: stage => stage.script(() => {
      Object.defineProperty(document, 'wasDiscarded', { configurable: true, get() { return true } })
    }),
    async journey(stage) {
      const page = await stage.open('/other')
      await stage.track(page, 5)
      await page.close()
      const again = await stage.open('/other')
      if (await again.evaluate(() => (document as { wasDiscarded?: boolean }).wasDiscarded === true)) stage.fire()
      await stage.track(again, 5)
    },
    expect: async () => {},
  },
  {
    id: '38', name: 'the script is included twice',
    inject: async stage => stage.expectComplaint(/shopside\.js\?second carries a query/),
    async journey(stage) {
      const page = await stage.open('/twice')
      const scripts = await page.evaluate(
        () => performance.getEntriesByType('resource').filter(({ name }) => /shopside\.js/.test(name)).length,
      )
      if (scripts === 2) stage.fire()
      await stage.track(page, 5)
    },
    async expect(stage) {
      const { ids } = await stage.copy()
      must(ids.length === 5, `${ids.length} events of 5`)
    },
  },
  {
    id: '39', name: 'two shops on one origin',
    async journey(stage) {
      const [a, b] = [await stage.open('/shop-a'), await stage.open('/shop-b')]
      await stage.track(a, 3)
      await stage.track(b, 4)
      stage.acknowledged.clear()
      const [inA, inB] = [await stage.copy(a), await stage.copy(b)]
      stage.fire()
      must(inA.ids.length === 3 && inB.ids.length === 4, `${inA.ids.length} and ${inB.ids.length} events`)
      must(inA.ids.every(id => !inB.ids.includes(id)), 'one shop sees the other\'s events')
    },
    expect: async () => {},
  },
  {
    id: '43', name: 'a sandboxed frame without an origin',
    async journey(stage) {
      const page = await stage.context.newPage()
      await page.goto(`${stage.host.url}/sandboxed`)
      const frame = page.frames()[1]!
      await frame.waitForFunction(() => typeof (window as { shopside?: { track?: unknown } }).shopside?.track === 'function')
      const refused = await frame.evaluate(() => { try { return localStorage === undefined } catch { return true } })
      if (refused) stage.fire()
      const levels = await stage.track(frame, 5)
      must(levels.every(level => level === 'memory'), `levels: ${levels.join(' ')}`)
      must((await stage.status(frame)).storage.mode !== 'idb', 'it says that it stores')
    },
    expect: async () => {},
  },
  {
    id: '44', name: 'a frame of another site (partitioned storage)',
    inject: async stage => stage.expectComplaint(/127\.0\.0\.1/),
    async journey(stage) {
      const elsewhere = stage.host.url.replace('localhost', '127.0.0.1')
      const page = await stage.context.newPage()
      await page.goto(`${stage.host.url}/raw`)
      await page.evaluate(`document.body.append(Object.assign(document.createElement('iframe'), { src: '${elsewhere}/other' }))`)
      await page.waitForFunction('window.frames.length === 1')
      await page.waitForTimeout(100)
      const frame = page.frames()[1]!
      await frame.waitForFunction(() => typeof (window as { shopside?: { track?: unknown } }).shopside?.track === 'function')
      await stage.track(frame, 4)
      stage.acknowledged.clear()
      const inFrame = (await stage.copy(frame)).ids.length
      await frame.evaluate('localStorage.setItem("e2e-frame", "1")')
      const top = await stage.context.newPage()
      await top.goto(`${elsewhere}/other`)
      await waitForSurface(top)
      const isShared = await top.evaluate('localStorage.getItem("e2e-frame") !== null')
      if (isShared) {
        throw new NotHere('this browser gives a frame of another site the storage of that site (it does not partition)')
      }
      const { ids } = await stage.copy(top)
      if (inFrame === 4) stage.fire()
      must(ids.length === 0, `${ids.length} events of the frame are seen at its own site`)
    },
    expect: async () => {},
  },
]
