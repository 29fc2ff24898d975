import type { Page } from '@playwright/test'
import type { SurfaceWindow } from '../browser/plainShop.ts'
import { must, type Fault } from './fault.ts'

/** Names of everything that is stored in this origin. */
function stored(page: Page): Promise<string[]> {
  return page.evaluate(async () => [
    ...(await indexedDB.databases()).map(database => `database ${database.name}`),
    ...Object.keys(localStorage).map(key => `localStorage ${key}`),
    ...Object.keys(sessionStorage).map(key => `sessionStorage ${key}`),
    ...('caches' in window ? (await caches.keys()).map(key => `cache ${key}`) : []),
    ...(document.cookie === '' ? [] : [`cookie ${document.cookie}`]),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`),
  ])
}

/** Waits until every page finds all stores empty. @returns ms, or throws with what is left after `mostMs` */
async function emptyWithin(pages: Page[], mostMs: number): Promise<number> {
  const began = Date.now()
  for (;;) {
    const left = (await Promise.all(pages.map(stored))).flat()
    if (left.length === 0) return Date.now() - began
    must(Date.now() - began < mostMs, `after ${mostMs} ms there is still ${[...new Set(left)].join(', ')}`)
  }
}

const set = (page: Page, personalize: boolean): Promise<void> =>
  page.evaluate(answer => { (window as unknown as SurfaceWindow).shopside.consent.set({ personalize: answer }) }, personalize)

/** Answers that are missing, taken back, or given by the browser; and the switch that stops everything. */
export const consentFaults: Fault[] = [
  {
    id: '81', name: 'nobody has answered: nothing is stored, nothing is opened',
    inject: stage => stage.script(() => {
      const { open } = IDBFactory.prototype
      IDBFactory.prototype.open = function (this: IDBFactory, ...args) {
        document.documentElement.dataset['opened'] = '1'
        return open.apply(this, args)
      }
    }),
    async journey(stage) {
      const page = await stage.open('/required')
      const levels = await stage.track(page, 5)
      must(levels.every(level => level === 'memory'), `levels: ${levels.join(' ')}`)
      await page.evaluate(async () => { await (window as unknown as SurfaceWindow).shopside.ready })
      await page.waitForTimeout(700)
      stage.fire()
      must(await page.evaluate(() => document.documentElement.dataset['opened'] === undefined), 'a database was opened')
      const left = await stored(page)
      must(left.length === 0, `there is ${left.join(', ')}`)
    },
    expect: async () => {},
  },
  {
    id: '81b', name: 'withdrawn in the middle of writing, with another tab open',
    async journey(stage) {
      const [page, other] = [await stage.open('/required'), await stage.open('/required')]
      await set(page, true)
      await stage.track(page, 10)
      await stage.track(other, 5)
      await stage.flush(page)
      must((await stored(page)).length > 0, 'nothing was stored')
      const writing = page.evaluate(async () => {
        const { shopside } = window as unknown as SurfaceWindow
        const answers: Promise<unknown>[] = []
        for (let n = 0; n < 200; n++) {
          answers.push(shopside.track('view_item', { items: [{ item_id: `mid-${n}` }] }))
          if (n === 100) shopside.consent.set({ personalize: false })
          if (n % 10 === 0) await new Promise(resolve => requestAnimationFrame(resolve))
        }
        await Promise.all(answers)
      })
      await writing
      stage.acknowledged.clear() // taken by the shopper's wish
      stage.fire()
      await emptyWithin([page, other], 1000)
      await stage.track(other, 3)
      await page.waitForTimeout(300)
      await emptyWithin([page, other], 1000)
      stage.acknowledged.clear()
    },
    expect: async () => {},
  },
  {
    id: '81c', name: 'withdrawn in another tab: all stores empty within a second, and nothing brings them back',
    async journey(stage) {
      const [page, other] = [await stage.open('/required'), await stage.open('/required')]
      await set(page, true)
      await stage.track(page, 20)
      await stage.flush(page)
      await stage.track(other, 5)
      stage.acknowledged.clear()
      await set(other, false)
      stage.fire()
      await emptyWithin([page, other], 1000)
      await page.reload()
      await page.waitForTimeout(500)
      await emptyWithin([page, other], 1000)
    },
    expect: async () => {},
  },
  {
    id: '82', name: 'Global Privacy Control is on',
    inject: stage => stage.script(() => {
      Object.defineProperty(
        Navigator.prototype, 'globalPrivacyControl', { configurable: true, get() { console.debug('e2e: fired'); return true } },
      )
    }),
    async journey(stage) {
      const page = await stage.open('/required')
      await page.evaluate(
        () => { (window as unknown as SurfaceWindow).shopside.consent.set({ personalize: true, connectors: true }) },
      )
      const { consent } = await stage.status(page)
      must(consent.connectors === 'denied', `connectors are ${consent.connectors}`)
      must(consent.personalize === 'granted', `personalize is ${consent.personalize}`)
    },
    expect: async () => {},
  },
  {
    id: '95', name: 'switched off by ?shopside=off: no store, no listener, no request but the script',
    journey: stage => switchedOff(stage, '/?shopside=off'),
    expect: async () => {},
  },
  {
    id: '95b', name: 'switched off by data-shopside="off"',
    journey: stage => switchedOff(stage, '/switched-off'),
    expect: async () => {},
  },
]

async function switchedOff(stage: import('./stage.ts').Stage, path: string): Promise<void> {
  const count = async (page: Page): Promise<number> => {
    const session = await stage.cdp(page)
    let listeners = 0
    for (const expression of ['window', 'document', 'document.documentElement', 'document.body']) {
      const { result } = await session.send('Runtime.evaluate', { expression })
      listeners += (await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId! })).listeners.length
    }
    await session.detach()
    return listeners
  }
  const page = await stage.context.newPage()
  await page.goto(`${stage.host.url}/raw`)
  const before = await count(page)
  await page.goto(stage.host.url + path)
  await page.waitForTimeout(800)
  const scripts = await page.evaluate(
    () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/shopside.js')).length,
  )
  if (scripts === 1) stage.fire()
  const left = await stored(page)
  must(left.length === 0, `there is ${left.join(', ')}`)
  const listeners = await count(page)
  must(listeners <= before, `${listeners - before} listeners are left`)
}
