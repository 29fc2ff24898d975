import type { Answer } from '../../client.ts'
import type { ConsentSource } from '../consentSource.ts'

/**
 * Of `Shopify.customerPrivacy`: what it allows by visitor, region and settings, and the visitor's own answer ('' while there is
 * none).
 */
interface CustomerPrivacy {
  currentVisitorConsent?(): Partial<Record<string, unknown>>
  [allowed: string]: unknown
}

interface ShopifyGlobal {
  customerPrivacy?: CustomerPrivacy
  loadFeatures?(features: { name: string; version: string }[], done: (error?: unknown) => void): void
}

/** Our name of a category → the function that allows it, and its name among the visitor's answers. */
const categories = new Map<string, readonly [allowed: string, answer: string]>([
  ['analytics', ['analyticsProcessingAllowed', 'analytics']],
  ['marketing', ['marketingAllowed', 'marketing']],
  ['preferences', ['preferencesProcessingAllowed', 'preferences']],
  ['saleOfData', ['saleOfDataAllowed', 'sale_of_data']],
])

/**
 * Shopify's Customer Privacy API (shopify.dev/docs/api/customer-privacy). `…Allowed()` weighs the shop's settings, where the
 * visitor is and what was answered, so that its yes is a yes; its no is an answer only once the visitor has given one. The API is
 * there after `Shopify.loadFeatures`, which is asked for it where nobody else has.
 */
export function createShopifySource(): ConsentSource {
  const shopify = (page: Window): ShopifyGlobal | undefined => (page as { Shopify?: ShopifyGlobal }).Shopify
  return {
    name: 'shopify',
    map: { personalize: [['preferences']], analytics: [['analytics']], connectors: [['marketing', 'saleOfData']] },
    category(page, category): Answer {
      const privacy = shopify(page)?.customerPrivacy
      const [allowed, answer] = categories.get(category) ?? []
      const isAllowed = allowed === undefined ? undefined : privacy?.[allowed]
      if (privacy === undefined || answer === undefined || typeof isAllowed !== 'function') return 'unknown'
      if (isAllowed.call(privacy) === true) return 'granted'
      const said = privacy.currentVisitorConsent?.()?.[answer]
      return said === 'no' || said === false ? 'denied' : 'unknown'
    },
    listen(page, changed) {
      let asked = false
      const load = (): void => {
        const { customerPrivacy, loadFeatures } = shopify(page) ?? {}
        if (asked || customerPrivacy !== undefined || typeof loadFeatures !== 'function') return
        asked = true
        try {
          loadFeatures.call(shopify(page), [{ name: 'consent-tracking-api', version: '0.1' }], error => { if (!error) changed() })
        } catch {
          // A theme's own `Shopify` without the loader behind it: then there is no answer.
        }
      }
      load()
      page.addEventListener('load', load)
      page.document.addEventListener('visitorConsentCollected', changed)
      return () => {
        page.removeEventListener('load', load)
        page.document.removeEventListener('visitorConsentCollected', changed)
      }
    },
  }
}
