import type { ConnectorHost } from '@shopside/browser'
import { onStandardEvents } from './onStandardEvents.ts'
import { shopifyPage } from './shopifyPage.ts'

/**
 * What this page is about, and what its theme tells from here on: all of the source but the basket, in a file of its own.
 *
 * @param look reads the basket; false when it could not
 * @returns stops
 */
export function tellShopifyPage(host: ConnectorHost, look: () => Promise<boolean>): () => void {
  try {
    const view = shopifyPage(host.window)
    if (view !== undefined) void host.report('view_item', view)
  } catch {
    // A getter of the page's own object threw.
    host.problem('page-unreadable')
  }
  return onStandardEvents(host, look)
}
