import type { Page } from '@playwright/test'
import { serveFolder } from './serveFolder.ts'

/**
 * Whether this browser keeps a module that once could not be had as failed for as long as the page lives (Chromium up to 147
 * does,
 * 156 does not): then asking again is in vain, and only the next page can mend it. Looks on a page of its own.
 */
export async function remembersFailedModules(page: Page): Promise<boolean> {
  let asked = 0
  const host = await serveFolder({
    pages: { '/': '<!doctype html><title>A look</title>' },
    folders: {},
    endpoint: ({ path }) => (path !== '/late.js' ? undefined : {
      status: ++asked === 1 ? 404 : 200, headers: { 'content-type': 'text/javascript', 'cache-control': 'no-store' },
      body: 'export {}',
    }),
  })
  const look = await page.context().newPage()
  try {
    await look.goto(host.url)
    return await look.evaluate(async url => {
      const ask = (): Promise<boolean> => import(url).then(() => true, () => false)
      await ask()
      return !await ask()
    }, `${host.url}/late.js`)
  } finally {
    await look.close()
    await host.close()
  }
}
