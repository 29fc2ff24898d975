import type { ConsentSourceName } from '../options.ts'

/**
 * The consent tool of the page, the most telling first: most of them also speak Google's consent mode. Reads, and nothing else.
 */
export function findTool(page: Window & typeof globalThis, layerName: string): ConsentSourceName | undefined {
  try {
    // The element whose id is "Cookiebot" answers to its name too; it has no `consent`.
    if (typeof look(page, 'Cookiebot', 'consent') === 'object') return 'cookiebot'
    if (look(page, 'OnetrustActiveGroups') !== undefined) return 'onetrust'
    if (look(page, 'Shopify', 'customerPrivacy') !== undefined || look(page, 'Shopify', 'loadFeatures') !== undefined) {
      return 'shopify'
    }
    if (typeof look(page, 'wp_has_consent') === 'function') return 'wordpress'
    const layer = look(page, layerName)
    return Array.isArray(layer) && layer.some(entry => look(entry, '0') === 'consent') ? 'google' : undefined
  } catch {
    // A getter of the page threw: whatever it is, it is not there yet.
    return undefined
  }
}

function look(value: unknown, ...names: string[]): unknown {
  for (const name of names) value = (value as Record<string, unknown> | null | undefined)?.[name]
  return value
}
