import type { BrowserContext } from '@playwright/test'

/**
 * Whether an origin says that an erase has begun and not ended: the tombstone in our localStorage key, or the mark in the mirror.
 * Read by a page without Shopside, which would end the erase. The browser writes localStorage late: after a kill either may be
 * missing.
 */
export async function isMarkedErased(context: BrowserContext, origin: string): Promise<boolean> {
  const page = await context.newPage()
  await page.goto(`${origin}/raw`)
  const isMarked = await page.evaluate<boolean>(`(async () =>
    /^2!/.test(localStorage.getItem('shopside.consent') ?? '') ||
    await caches.match(location.origin + '/__shopside/shopside/erased', { cacheName: 'shopside.mirror' }) !== undefined)()`)
  await page.close()
  return isMarked
}
