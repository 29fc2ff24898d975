import { loadTwice, type Connector, type Started } from '@shopside/browser'

/** Each platform's source, in a file of its own. */
const sources: ReadonlyMap<string, () => Promise<Connector>> = new Map([
  ['shopify', () => import('./lazy/shopify.ts').then(({ shopify }) => shopify())],
  ['woocommerce', () => import('./lazy/woocommerce.ts').then(({ woocommerce }) => woocommerce())],
])

/**
 * Loads the source of a shop platform and uses it. Never rejects.
 *
 * @param name `shopify` or `woocommerce`; any other is none
 */
export async function usePlatform({ shop, warn }: Started, name: string): Promise<void> {
  const source = sources.get(name)
  try {
    if (source !== undefined) shop.use(await loadTwice(source))
  } catch {
    // Offline, blocked, or gone after a deploy: the page's own markup still tells its product.
    warn('platform-missing', 'The file of your shop platform could not be loaded. Serve all files of one build together.')
  }
}
