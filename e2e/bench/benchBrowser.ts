import { chromium, type Page } from '@playwright/test'
import { browserArgs, findBrowser } from '../browser/findBrowser.ts'
import { plainPage, servePlainShop } from '../browser/plainShop.ts'
import { spread, type Figures } from './figures.ts'

/** Calls of track(): single ones show the tail; the clock's steps of 5 µs hide the middle, which bursts of 50 show. */
const tracks = 2_000
const recommends = 300
const starts = 7

/** track(), recommend() and start-up in a real browser, at full speed and with the processor four times slower. */
export async function benchBrowser(): Promise<Figures> {
  const found = await findBrowser()
  const browser = await chromium.launch({
    executablePath: found.executablePath, args: browserArgs, env: { ...(process.env as Record<string, string>), ...found.env },
  })
  const host = await servePlainShop(
    { '/': plainPage('<shopside-recommendations strategy="for-you"></shopside-recommendations>') },
    // Fine clocks need an isolated page.
    { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
  )
  const figures: Figures = [['browser', `${browser.version()} (${found.from})`]]
  try {
    for (const slower of [1, 4]) {
      const context = await browser.newContext()
      const page = await context.newPage()
      const session = await context.newCDPSession(page)
      await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
      figures.push([`start-up to the first recommendation, ${slower}x`, spread(await startUps(page, host.url))])
      const { burstMs, singleMs } = await trackTimes(page)
      figures.push([`track() in bursts of 50, each call, ${slower}x`, spread(burstMs, 'µs')])
      figures.push([`track() alone, ${slower}x`, spread(singleMs, 'µs')])
      figures.push([`recommend('for-you'), browser, ${slower}x`, spread(await recommendTimes(page))])
      await context.close()
    }
  } finally {
    await browser.close()
    await host.close()
  }
  return figures
}

/** ms from navigation start until the row is ready, files and model from the cache after the first time. */
async function startUps(page: Page, url: string): Promise<number[]> {
  const samples: number[] = []
  for (let start = 0; start < starts; start++) {
    await page.goto(`${url}/`)
    // As text: the tool that runs this file gives inner functions names by a helper that the page does not have.
    samples.push(await page.evaluate<number>(`new Promise(resolve => {
      const row = document.querySelector('shopside-recommendations')
      const look = () => /^(ready|stale)$/.test(row.getAttribute('data-state') ?? '') ? resolve(performance.now()) : requestAnimationFrame(look)
      look()
    })`))
  }
  return samples
}

/** ms of a call, at the call: of single ones, and as the mean of each burst of 50 in one task. */
function trackTimes(page: Page): Promise<{ burstMs: number[]; singleMs: number[] }> {
  return page.evaluate(async count => {
    const { shopside } = window as unknown as { shopside: {
      track(name: string, params: object): Promise<unknown>; flush(): Promise<unknown>,
    } }
    const burstMs: number[] = []
    const singleMs: number[] = []
    for (let call = 0; call < count; call += 50) {
      const params = { currency: 'GBP', items: [{ item_id: String(20_000 + call % 500), price: 1.25 }] }
      let before = performance.now()
      for (let repeat = 0; repeat < 50; repeat++) void shopside.track('view_item', params)
      burstMs.push((performance.now() - before) / 50)
      await shopside.flush()
      for (let repeat = 0; repeat < 50; repeat++) {
        before = performance.now()
        void shopside.track('view_item', params)
        singleMs.push(performance.now() - before)
      }
      await shopside.flush()
    }
    return { burstMs, singleMs }
  }, tracks)
}

/** ms of recommend(), its promise awaited. */
function recommendTimes(page: Page): Promise<number[]> {
  return page.evaluate(async count => {
    const { shopside } = window as unknown as { shopside: { ready: Promise<void>; recommend(request: object): Promise<unknown> } }
    await shopside.ready
    const samples: number[] = []
    for (let call = 0; call < count; call++) {
      const before = performance.now()
      await shopside.recommend({ strategy: 'for-you', limit: 8 })
      samples.push(performance.now() - before)
    }
    return samples
  }, recommends)
}
