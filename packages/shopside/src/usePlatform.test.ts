// @vitest-environment page
import type { Connector, Started } from '@shopside/browser'
import { describe, expect, it, vi } from 'vitest'
import { usePlatform } from './usePlatform.ts'

/** Names of what is used when a platform is named. */
async function usedFor(name: string): Promise<string[]> {
  const used: string[] = []
  const started = { shop: { use: (connector: Connector) => used.push(connector.name) }, warn: vi.fn() }
  await usePlatform(started as unknown as Started, name)
  expect(started.warn).not.toHaveBeenCalled()
  return used
}

describe('the source of a platform', () => {
  it.each(['shopify', 'woocommerce'])(
    'is loaded and used by its name: %s', async name => expect(await usedFor(name)).toEqual([name]),
  )

  it.each(['magento', '', '__proto__', 'constructor'])('is none for "%s"', async name => expect(await usedFor(name)).toEqual([]))
})
