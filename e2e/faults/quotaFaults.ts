import type { Page } from '@playwright/test'
import { waitForSurface } from '../browser/plainShop.ts'
import { must, type Fault } from './fault.ts'

/** Stores that are full, from the beginning or later. */
export const quotaFaults: Fault[] = [
  {
    id: '17', name: 'quota is gone at the start',
    async journey(stage) {
      const page = await stage.context.newPage()
      await page.goto(`${stage.host.url}/raw`)
      const session = await stage.cdp(page)
      await session.send('Storage.overrideQuotaForOrigin', { origin: stage.host.url, quotaSize: 1 })
      if (await fill(page, 20_000) === 'QuotaExceededError') stage.fire()
      await page.goto(`${stage.host.url}/`)
      await stage.track(page, 5)
      const status = await stage.status(page)
      must(status.warnings.length > 0 || status.storage.mode === 'idb', 'nothing was said')
    },
    expect: async () => {},
  },
  {
    id: '18', name: 'quota runs out later',
    async journey(stage) {
      // Before the first transaction of this origin: the browser remembers how much room there was.
      const page = await stage.context.newPage()
      await page.goto(`${stage.host.url}/raw`)
      const session = await stage.cdp(page)
      await session.send('Storage.overrideQuotaForOrigin', { origin: stage.host.url, quotaSize: 300_000 })
      await page.goto(`${stage.host.url}/other`)
      await waitForSurface(page)
      await stage.track(page, 20)
      const refusal = await fill(page, 30_000)
      if (refusal === 'QuotaExceededError') stage.fire()
      else must(false, `the filler ended with ${refusal}`)
      const began = Date.now()
      await stage.track(page, 20)
      must(Date.now() - began < 10_000, `20 events took ${Date.now() - began} ms`)
    },
    expect: async () => {},
  },
  {
    id: '42', name: 'localStorage is full',
    inject: stage => stage.script(() => {
      if (location.protocol !== 'http:') return
      try {
        localStorage.setItem('hog', 'x'.repeat(5_242_800))
      } catch {
        // Nearly full already: the small ones follow.
      }
      try {
        for (let n = 0; ; n++) localStorage.setItem(`hog-${n}`, 'x')
      } catch {
        console.debug('e2e: fired')
      }
    }),
    async expect(stage) {
      must(stage.acknowledged.size === 5, `${stage.acknowledged.size} of 5 were written`)
    },
  },
  {
    id: '42b', name: 'the localStorage getter throws',
    inject: stage => stage.script(() => {
      Object.defineProperty(
        window, 'localStorage',
        { configurable: true, get() { console.debug('e2e: fired'); throw new DOMException('refused', 'SecurityError') } },
      )
    }),
    expect: async () => {},
  },
]

/** Fills this origin with random bytes until it refuses. @returns name of the error */
function fill(page: Page, bytes: number): Promise<string> {
  return page.evaluate<string>(`new Promise(done => {
    const request = indexedDB.open('hog', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('s')
    request.onerror = () => done(request.error.name)
    request.onsuccess = () => {
      const put = n => {
        if (n > 400) return done('never')
        const transaction = request.result.transaction('s', 'readwrite')
        transaction.objectStore('s').put(crypto.getRandomValues(new Uint8Array(${bytes})), n)
        transaction.oncomplete = () => put(n + 1)
        transaction.onabort = () => done(transaction.error.name)
      }
      put(0)
    }
  })`)
}
