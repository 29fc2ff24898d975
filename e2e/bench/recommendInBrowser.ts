import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { browserArgs, findBrowser } from '../browser/findBrowser.ts'
import { serveFolder } from '../browser/serveFolder.ts'
import type { CallTimes } from './recommendCalls.ts'

/** How many times slower the processor is made: a laptop, a middling phone, a cheap one. */
const throttles = [1, 4, 6]
/** Of a sample on a slowed page: several of the stops by which it is slowed, which take about half a millisecond each. */
const slowedSampleMs = 4

/**
 * The calls of `recommendCalls` in a real browser, on a page whose clock steps by 5 µs.
 * @param folder holds `recommendCalls.mjs` with all that it imports, and a model file `<size>.bin` for each size
 */
export async function* recommendInBrowser(
  folder: string, sizes: readonly number[], now: number, calls: number,
): AsyncGenerator<{ size: number; slower: number; times: CallTimes }> {
  const found = await findBrowser()
  const browser = await chromium.launch({
    executablePath: found.executablePath, args: browserArgs, env: { ...(process.env as Record<string, string>), ...found.env },
  })
  const host = await serveFolder({
    pages: { '/': '<!doctype html><title>Ranking</title><link rel="icon" href="data:,">' },
    // Fine clocks need an isolated page.
    headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
    folders: { '/models/': folder },
    fixed: { '/recommendCalls.js': { type: 'text/javascript', body: readFileSync(join(folder, 'recommendCalls.mjs'), 'utf8') } },
  })
  try {
    for (const size of sizes) {
      for (const slower of throttles) {
        const page = await browser.newPage()
        const session = await page.context().newCDPSession(page)
        await page.goto(`${host.url}/`)
        await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
        // As text: the tool that runs this file gives inner functions names by a helper that the page does not have.
        const times = await page.evaluate<CallTimes>(
          `import('/recommendCalls.js').then(({ recommendCallsFrom }) => recommendCallsFrom('/models/${size}.bin', ${now}, ${calls}, ${slower > 1 ? slowedSampleMs : 0}))`)
        await page.close()
        yield { size, slower, times }
      }
    }
  } finally {
    await browser.close()
    await host.close()
  }
}
