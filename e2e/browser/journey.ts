import { test as base } from '@playwright/test'
import { watchContext, type Oracle } from './oracle.ts'
import { createShop, type Shop } from './shop.ts'

/** What every journey gets. */
interface JourneyFixtures {
  /** Runs by itself: a journey with a complaint fails, whatever else it found. */
  oracle: Oracle
  /** Thimble & Tin, as a visitor uses it. */
  shop: Shop
}

/** Address of the demo store, without a slash at the end. @throws when the global setup has not run */
export function storeUrl(): string {
  const url = process.env['SHOPSIDE_STORE_URL']
  if (url === undefined) throw new Error('The store is not open: run the journeys by "pnpm test:journeys".')
  return url
}

/** Playwright's `test` with the oracle over every context. */
export const test = base.extend<JourneyFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
  baseURL: async ({}, use) => { await use(storeUrl()) },
  oracle: [
    async ({ context }, use) => {
      const oracle = await watchContext(context, storeUrl())
      await use(oracle)
      const complaints = await oracle.complaints()
      if (complaints.length > 0) throw new Error(`The host page was hurt:\n${complaints.join('\n')}`)
    },
    { auto: true },
  ],
  shop: async ({ page }, use) => { await use(createShop(page)) },
})

export { expect } from '@playwright/test'
