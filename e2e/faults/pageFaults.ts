import type { Page } from '@playwright/test'
import type { SurfaceWindow } from '../browser/plainShop.ts'
import { must, type Fault } from './fault.ts'
import type { Stage } from './stage.ts'

const cards = (page: Page) => page.locator('shopside-recommendations [part~="card"]')

async function openWithCards(stage: Stage): Promise<Page> {
  const page = await stage.open()
  await cards(page).first().waitFor({ timeout: 8000 })
  return page
}

/** What happens to a page while we are on it: translators, routers, owners who move their elements. */
export const pageFaults: Fault[] = [
  {
    id: '73', name: 'a translator rewrites every text, in open shadow roots too',
    async journey(stage) {
      const page = await openWithCards(stage)
      const wrapped = await page.evaluate(() => {
        let count = 0
        const roots: Node[] = [document.body]
        for (const element of document.querySelectorAll('*')) if (element.shadowRoot !== null) roots.push(element.shadowRoot)
        for (const root of roots) {
          const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
          const found: Text[] = []
          while (texts.nextNode() !== null) found.push(texts.currentNode as Text)
          for (const text of found) {
            if (text.data.trim() === '' || text.parentElement?.closest('script, style') !== null) continue
            const font = document.createElement('font')
            text.replaceWith(font)
            font.append(text)
            count++
          }
        }
        return count
      })
      if (wrapped > 5) stage.fire()
      await page.evaluate(() => { document.querySelector('shopside-recommendations')!.setAttribute('limit', '3') })
      await page.waitForTimeout(300)
      await stage.track(page, 5)
      must(await cards(page).count() >= 3, `${await cards(page).count()} cards after the next drawing`)
    },
    expect: async () => {},
  },
  {
    id: '74', name: 'the host removes and moves our element while it draws',
    async journey(stage) {
      const page = await stage.open()
      await page.evaluate(async () => {
        const row = document.querySelector('shopside-recommendations')!
        const main = document.querySelector('main')!
        for (let time = 0; time < 60; time++) {
          row.remove()
          await new Promise(resolve => requestAnimationFrame(resolve))
          if (time % 2 === 0) main.append(row)
          else main.prepend(row)
          row.setAttribute('limit', String(2 + time % 3))
          await new Promise(resolve => { queueMicrotask(() => resolve(0)) })
        }
        row.setAttribute('limit', '4')
        main.append(row)
        console.debug('e2e: fired')
      })
      await cards(page).first().waitFor({ timeout: 8000 })
      await stage.track(page, 5)
    },
    expect: async () => {},
  },
  {
    id: '75', name: 'a page with routes changes its route again and again', timeoutMs: 60_000,
    async journey(stage) {
      const page = await stage.open('/other')
      const session = await stage.cdp(page)
      const count = stage.isFull ? 1000 : 200
      await visitRoutes(page, 'warm', 50)
      const before = await heap(session)
      await visitRoutes(page, 'route', count)
      const grown = await heap(session) - before
      stage.fire()
      must(grown <= 1_000_000, `the heap grew by ${Math.round(grown / 1000)} kB over ${count} routes`)
      const { ids } = await stage.copy(page)
      const seen = ids.filter(id => id.startsWith('route-')).length
      must(seen === count, `${seen} views of ${count}`)
    },
    expect: async () => {},
  },
  {
    id: '76', name: 'an element is attached, detached and given attributes thousands of times',
    async journey(stage) {
      const page = await openWithCards(stage)
      const times = stage.isFull ? 10_000 : 2000
      const ms = await page.evaluate(async count => {
        const row = document.querySelector('shopside-recommendations')!
        const parent = row.parentElement!
        const began = performance.now()
        for (let time = 0; time < count; time++) {
          row.remove()
          row.setAttribute('limit', String(1 + time % 4))
          parent.append(row)
          if (time % 250 === 0) await new Promise(resolve => requestAnimationFrame(resolve))
        }
        row.setAttribute('limit', '4')
        console.debug('e2e: fired')
        return performance.now() - began
      }, times)
      must(ms < 10_000, `${Math.round(ms)} ms for ${times} times`)
      await cards(page).nth(3).waitFor({ timeout: 8000 })
      await stage.track(page, 5)
    },
    expect: async () => {},
  },
  {
    id: '79', name: 'the page is prerendered: nothing is counted before it is shown',
    inject: stage => stage.script(() => {
      Object.defineProperty(
        document, 'prerendering', { configurable: true, get: () => document.documentElement.dataset['shown'] === undefined },
      )
    }),
    async journey(stage) {
      const page = await stage.open('/item')
      await page.waitForTimeout(1200)
      const early = (await stage.copy(page)).names
      must(early.length === 0, `${early.join(' ')} before it was shown`)
      stage.fire()
      await page.evaluate(() => {
        document.documentElement.dataset['shown'] = ''
        document.dispatchEvent(new Event('prerenderingchange'))
      })
      await page.waitForFunction(
        async () => (await (window as unknown as SurfaceWindow).shopside.export()).events.length > 0, undefined,
        { timeout: 8000, polling: 200 },
      )
      const { names } = await stage.copy(page)
      must(names.filter(name => name === 'view_item').length === 1, `${names.join(' ')}`)
    },
    expect: async () => {},
  },
  {
    id: '80', name: 'a search engine\'s robot',
    inject: stage => stage.script(() => {
      Object.defineProperty(navigator, 'userAgent', { configurable: true, get: () => {
        console.debug('e2e: fired')
        return 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
      } })
    }),
    async journey(stage) {
      const page = await stage.open('/item')
      await page.waitForTimeout(1200)
      const { events, capture } = await stage.status(page)
      must(events.tracked === 0, `${events.tracked} events`)
      must(capture?.state === 'off' && capture.reason === 'bot', `capture is ${JSON.stringify(capture)}`)
    },
    expect: async () => {},
  },
  {
    id: '91', name: 'a flood of foreign messages',
    async journey(stage) {
      const page = await stage.open('/other')
      const count = stage.isFull ? 100_000 : 20_000
      await page.evaluate(async number => {
        const seen = new Promise<void>(resolve => {
          let heard = 0
          addEventListener('message', () => { if (++heard === number) resolve() })
        })
        for (let time = 0; time < number; time++) {
          postMessage({ shopside: 'erase', type: 'track', name: 'purchase', consent: { personalize: false } }, '*')
        }
        await seen
        console.debug('e2e: fired')
      }, count)
      const { names } = await stage.copy(page)
      must(
        (await stage.status(page)).consent.personalize === 'granted' && !names.includes('purchase'),
        'a message was taken for an order',
      )
      await stage.track(page, 5)
    },
    expect: async () => {},
  },
]

function visitRoutes(page: Page, prefix: string, count: number): Promise<void> {
  return page.evaluate(async ({ name, number }) => {
    const { shopside } = window as unknown as SurfaceWindow
    for (let time = 0; time < number; time++) {
      history.pushState(null, '', `/other?route=${name}-${time}`)
      if (time % 10 === 9) dispatchEvent(new PopStateEvent('popstate'))
      await shopside.track('view_item', { items: [{ item_id: `${name}-${time}` }] })
    }
  }, { name: prefix, number: count })
}

/** Bytes in use after a collection. */
async function heap(session: import('@playwright/test').CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize
}
