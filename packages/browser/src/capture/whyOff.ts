import type { ShopsideOptions } from '../options.ts'

/**
 * Crawlers that say so. `navigator.webdriver` alone is no sign: shops test with it, and what is kept is kept in that browser
 * alone. Words of the user agents that Google, Bing, Yandex, Baidu, Meta and Lighthouse document. (Cubot makes telephones.)
 */
const declaredBot = /(?<!cu)bot\b|crawler|spider|slurp|facebookexternalhit|mediapartners-google|lighthouse/i

/**
 * Why the page is not to be read: a word for `status().capture.reason`, undefined when it is.
 *
 * Frames are off unless the shop said `capture` itself: a product in a frame is seldom what the shopper looks at. A theme
 * editor's visits are the merchant's.
 */
export function whyOff(page: Window & typeof globalThis, option: ShopsideOptions['capture']): string | undefined {
  if (option === false) return 'option'
  if (declaredBot.test(page.navigator.userAgent)) return 'bot'
  if (page.top !== page && (option === undefined || !isSameOrigin(page))) return 'frame'
  try {
    const { Shopify } = page as { Shopify?: { designMode?: unknown } }
    if (Shopify?.designMode === true) return 'design-mode'
  } catch {
    // A getter of the page's own that throws: then it is not Shopify's.
  }
  return undefined
}

function isSameOrigin(page: Window): boolean {
  try {
    return page.top!.location.origin === page.location.origin
  } catch {
    // The frame around us is another site's.
    return false
  }
}
