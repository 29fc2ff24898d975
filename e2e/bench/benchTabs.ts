import { chromium } from '@playwright/test'
import { browserArgs, findBrowser } from '../browser/findBrowser.ts'
import { buildPackages } from '../build/buildPackages.ts'
import { serveFaultHost } from '../faults/faultHost.ts'
import { writeFromTabs } from '../faults/writeFromTabs.ts'

// `pnpm bench:tabs`: a hundred tabs of one shop write two hundred events each, at the same time. Red unless there are exactly
// 20,000, and the state is that of one tab which saw the same events in key order. `pnpm faults` does it with fewer tabs (36).

const [tabs, each] = [100, 200]
const startedAt = performance.now()
if (process.env['SHOPSIDE_SDK_DIR'] === undefined) await buildPackages(() => {})
const found = await findBrowser()
const browser = await chromium.launch({
  executablePath: found.executablePath, args: browserArgs, env: { ...(process.env as Record<string, string>), ...found.env },
})
const host = await serveFaultHost()
let isGood = false
try {
  const { events, unique, acknowledged, same, seconds } = await writeFromTabs(await browser.newContext(), host.url, tabs, each)
  isGood = events === tabs * each && unique === events && same
  console.log(`Chromium ${browser.version()}, ${tabs} tabs, ${each} events each`)
  console.log(`events in the log               ${events.toLocaleString('en-GB')} of ${(tabs * each).toLocaleString('en-GB')}, ${(events - unique).toLocaleString('en-GB')} of them twice`)
  console.log(`acknowledged as written         ${acknowledged.toLocaleString('en-GB')}`)
  console.log(`state as that of one tab        ${same ? 'yes' : 'no'}`)
  console.log(`seconds to open, to write       ${seconds.open.toFixed(1)}, ${seconds.write.toFixed(1)}`)
  console.log(`minutes                         ${((performance.now() - startedAt) / 60_000).toFixed(2)}`)
} finally {
  await browser.close()
  await host.close()
}
process.exit(isGood ? 0 : 1)
