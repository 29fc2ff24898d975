// Stand-ins of five consent tools, read side by side.
import type { ConsentSource } from '../../consentSource.ts'
import { createCookiebotSource } from '../cookiebotSource.ts'
import { createGoogleSource } from '../googleSource.ts'
import { createOneTrustSource } from '../onetrustSource.ts'
import { createShopifySource } from '../shopifySource.ts'
import { createWordPressSource } from '../wordpressSource.ts'

/** The page of the test. */
export const page: Window & typeof globalThis & Record<string, unknown> = window as never

/** A tool as its maker documents it, put on the page; what a shopper does in its banner. */
export interface Stub {
  create(): ConsentSource
  /** Names that it puts on the page. */
  names: string[]
  /** There, and nobody has answered yet. */
  arrive(): void
  /** The shopper answers for all three purposes alike; the tool says so. */
  answer(yes: boolean): void
  /** One category that the default map does not use, and one that it does. */
  categories: [other: string, personalize: string]
}

/** As Google's snippet has it. */
export function gtag(..._: unknown[]): void {
  (page['dataLayer'] as unknown[]).push(arguments)
}

let asked: Record<string, unknown> = {}

/** The tools, by the names of their sources. */
export const stubs: Record<string, Stub> = {
  // developers.google.com/tag-platform/security/guides/consent
  google: {
    create: () => createGoogleSource('dataLayer'),
    names: ['dataLayer'],
    arrive() {
      page['dataLayer'] = []
      gtag('consent', 'default', allGoogle('denied'))
    },
    answer: yes => gtag('consent', 'update', allGoogle(yes ? 'granted' : 'denied')),
    categories: ['security_storage', 'personalization_storage'],
  },
  // shopify.dev/docs/api/customer-privacy
  shopify: {
    create: createShopifySource,
    names: ['Shopify'],
    arrive() {
      asked = { marketing: '', analytics: '', preferences: '', sale_of_data: '' }
      page['Shopify'] = {
        customerPrivacy: {
          currentVisitorConsent: () => asked,
          analyticsProcessingAllowed: () => asked['analytics'] === 'yes',
          marketingAllowed: () => asked['marketing'] === 'yes',
          preferencesProcessingAllowed: () => asked['preferences'] === 'yes',
          saleOfDataAllowed: () => asked['sale_of_data'] === 'yes',
        },
      }
    },
    answer(yes) {
      for (const name of Object.keys(asked)) asked[name] = yes ? 'yes' : 'no'
      const detail = { marketingAllowed: yes, analyticsAllowed: yes, preferencesAllowed: yes, saleOfDataAllowed: yes }
      page.document.dispatchEvent(new CustomEvent('visitorConsentCollected', { detail }))
    },
    categories: ['saleOfData', 'preferences'],
  },
  // cookiebot.com/en/developer
  cookiebot: {
    create: createCookiebotSource,
    names: ['Cookiebot'],
    arrive() {
      page['Cookiebot'] = {
        consent: { necessary: true, preferences: false, statistics: false, marketing: false }, hasResponse: false,
      }
    },
    answer(yes) {
      page['Cookiebot'] = { consent: { necessary: true, preferences: yes, statistics: yes, marketing: yes }, hasResponse: true }
      page.dispatchEvent(new Event(yes ? 'CookiebotOnAccept' : 'CookiebotOnDecline'))
    },
    categories: ['necessary', 'preferences'],
  },
  // developer.onetrust.com/onetrust/docs/javascript-events-guide
  onetrust: {
    create: createOneTrustSource,
    names: ['OnetrustActiveGroups', 'OneTrust'],
    arrive() {
      page['OnetrustActiveGroups'] = ',C0001,'
      page['OneTrust'] = { IsAlertBoxClosed: () => false }
    },
    answer(yes) {
      page['OnetrustActiveGroups'] = yes ? ',C0001,C0002,C0003,C0004,C0005,' : ',C0001,'
      page.dispatchEvent(new CustomEvent('OTConsentApplied'))
      page.dispatchEvent(
        new CustomEvent('OneTrustGroupsUpdated', { detail: String(page['OnetrustActiveGroups']).split(',').filter(Boolean) }),
      )
    },
    categories: ['C0001', 'C0003'],
  },
  // wordpress.org/plugins/wp-consent-api, assets/js/wp-consent-api.js
  wordpress: {
    create: createWordPressSource,
    names: ['wp_has_consent', 'wp_consent_type', 'consent_api', 'consent_api_get_cookie'],
    arrive() {
      asked = {}
      page['wp_consent_type'] = 'optin'
      page['consent_api'] = { cookie_prefix: 'wp_consent' }
      page['consent_api_get_cookie'] = (name: string) => asked[name] ?? ''
      page['wp_has_consent'] = (category: string) => asked[`wp_consent_${category}`] === 'allow'
    },
    answer(yes) {
      for (const category of ['preferences', 'statistics', 'marketing', 'functional']) {
        asked[`wp_consent_${category}`] = yes ? 'allow' : 'deny'
        const detail = Object.assign([], { [category]: yes ? 'allow' : 'deny' })
        page.document.dispatchEvent(new CustomEvent('wp_listen_for_consent_change', { detail }))
      }
    },
    categories: ['functional', 'preferences'],
  },
}

function allGoogle(answer: string): Record<string, string> {
  const names = [
    'ad_storage', 'ad_user_data', 'ad_personalization', 'analytics_storage', 'functionality_storage', 'personalization_storage',
  ]
  return Object.fromEntries(names.map(name => [name, answer]).concat([['security_storage', 'granted']]))
}
