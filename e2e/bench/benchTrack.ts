import { cpus } from 'node:os'
import { chromium } from '@playwright/test'
import { browserArgs, findBrowser } from '../browser/findBrowser.ts'
import { buildPackages } from '../build/buildPackages.ts'
import { percentile } from './figures.ts'
import { foldTimes } from './foldTimes.ts'
import { startUps } from './startUps.ts'
import { storedBytes } from './storedBytes.ts'
import { trackCalls, type WritingCost } from './trackCalls.ts'
import { serveTrackPage } from './trackHost.ts'

// `pnpm bench:track`: what capture costs the page, beside one idb-keyval `set` an event in the same run, and the goals beside the
// figures. It never fails on time. `--full` takes more samples. Clocks step by 5 µs here, so that the middle of a call is taken
// from bursts of 20 and its tail from single calls; 2,000 calls of each arm come before the first that counts.

const isFull = process.argv.includes('--full')
const startedAt = performance.now()

function line(what: string, figure: string, goal = ''): void {
  console.log(`${what.padEnd(58)} ${figure.padEnd(42)} ${goal}`)
}
const micro = (ms: number): string => `${(ms * 1000).toFixed(1)} µs`
const milli = (ms: number): string => `${ms.toFixed(2)} ms`

if (process.env['SHOPSIDE_SDK_DIR'] === undefined) await buildPackages(() => {})
const found = await findBrowser()
const browser = await chromium.launch({
  executablePath: found.executablePath, args: browserArgs, env: { ...(process.env as Record<string, string>), ...found.env },
})
const host = await serveTrackPage()
try {
  line('browser', `Chromium ${browser.version()} (${found.from}), ${cpus().length} cores`, 'goal')
  for (const slower of [1, 4]) {
    const costs = {} as Record<'shopside' | 'idbKeyval', WritingCost>
    for (const arm of ['shopside', 'idbKeyval'] as const) {
      const context = await browser.newContext()
      const page = await context.newPage()
      const session = await context.newCDPSession(page)
      await session.send('Performance.enable', { timeDomain: 'threadTicks' })
      await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
      await page.goto(`${host.url}/${arm === 'shopside' ? '' : 'raw'}`)
      if (arm === 'shopside') await page.waitForFunction('typeof window.shopside?.track === "function"')
      costs[arm] = await trackCalls(page, session, arm, isFull ? 3000 : 600)
      await context.close()
    }
    const { shopside, idbKeyval } = costs
    const both = (say: (cost: WritingCost) => string): string => `${say(shopside)}  (set: ${say(idbKeyval)})`
    const isGoal = slower === 1
    line(`track() at the call, median, ${slower}x`, both(cost => micro(percentile(cost.burstMs, 0.5))), isGoal ? '≤ 2 µs' : '')
    line(`track() at the call, p99 of bursts, ${slower}x`, both(cost => micro(percentile(cost.burstMs, 0.99))))
    line(
      `track() at the call, p99 of single calls, ${slower}x`, both(cost => micro(percentile(cost.singleMs, 0.99))),
      isGoal ? '≤ 20 µs' : '',
    )
    line(`main-thread time of an event, all in, one a task, ${slower}x`, both(cost => micro(cost.cpuMsPerEvent)))
    line(
      `events a second, one a task, to the last answer, ${slower}x`,
      both(cost => Math.round(cost.eventsPerSecond).toLocaleString('en-GB')),
    )
  }

  const bytes = await storedBytes(host, isFull ? 2000 : 400)
  line('bytes on disk of an event, as appended', `${bytes.shopside.toFixed(0)}  (set: ${bytes.idbKeyval.toFixed(0)})`)

  for (const slower of [1, 4]) {
    for (const batches of [0, 200]) {
      const starts = await startUps(browser, `${host.url}/`, batches, slower, isFull ? 15 : 5)
      const goal = slower === 1 ? (batches === 0 ? '≤ 1.5 ms' : '≤ 4 ms') : ''
      line(
        `state read, ${batches} batches in the tail, ${slower}x`,
        `median ${milli(percentile(starts.map(start => start.stateMs), 0.5))}`, goal,
      )
      line(`  navigation to shop.ready`, `median ${milli(percentile(starts.map(start => start.readyMs), 0.5))}`)
    }
  }
  for (const slower of [1, 4]) {
    const page = await browser.newPage()
    await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower })
    await page.goto(`${host.url}/raw`)
    for (const events of [5000, 100_000]) {
      const samples = await foldTimes(page, events, events > 5000 ? 3 : 11)
      line(
        `fold of ${events.toLocaleString('en-GB')} events${events > 5000 ? ' (cap lifted)' : ''}, ${slower}x`,
        `median ${milli(percentile(samples, 0.5))}, worst ${milli(Math.max(...samples))}`,
      )
    }
    await page.close()
  }
} finally {
  await browser.close()
  await host.close()
}
line('minutes', ((performance.now() - startedAt) / 60_000).toFixed(2))
