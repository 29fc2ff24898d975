import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StaticHost } from '../browser/serveFolder.ts'
import { levelDbFolder } from '../kill/cutNewestLog.ts'
import { startProfileBrowser } from '../kill/profileBrowser.ts'
import { arms } from './trackCalls.ts'

/**
 * Bytes on disk of one event as it is appended, one to a task, by arm: size of the database's folder after the browser has
 * closed.
 */
export async function storedBytes(host: StaticHost, events: number): Promise<Record<keyof typeof arms, number>> {
  const profile = mkdtempSync(join(tmpdir(), 'shopside-bytes-'))
  const origin = (arm: string): string => host.url.replace('localhost', `${arm.toLowerCase()}.localhost`)
  try {
    const names = Object.keys(arms) as (keyof typeof arms)[]
    const browser = await startProfileBrowser(profile)
    for (const arm of names) {
      const page = await browser.context.newPage()
      await page.goto(`${origin(arm)}/${arm === 'shopside' ? '' : 'raw'}`)
      await page.evaluate(`(async () => {
        const { createStore, set } = await import('/control/index.js')
        const { shopside } = window
        const store = createStore('control', 'events')
        for (let n = 0; n < ${events}; n++) await ${arms[arm]}
      })()`)
      await page.close()
    }
    await browser.close()
    const sizes = names.map(arm => {
      const folder = levelDbFolder(profile, origin(arm))
      const bytes = readdirSync(folder).filter(name => /\.(log|ldb)$/.test(name)).reduce(
        (sum, name) => sum + statSync(join(folder, name)).size, 0,
      )
      return [arm, bytes / events] as const
    })
    return Object.fromEntries(sizes) as Record<keyof typeof arms, number>
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  }
}
