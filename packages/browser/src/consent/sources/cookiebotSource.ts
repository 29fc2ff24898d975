import type { Answer } from '../../client.ts'
import type { ConsentSource } from '../consentSource.ts'

interface CookiebotGlobal {
  hasResponse?: unknown
  consent?: Record<string, unknown>
}

const events = ['CookiebotOnConsentReady', 'CookiebotOnAccept', 'CookiebotOnDecline']

/**
 * Cookiebot (cookiebot.com/en/developer): `Cookiebot.consent` by category, `hasResponse` once the shopper has answered, and
 * events on window. A consent that Cookiebot gives by itself (`consent.method` "implied", where the shop has set it so) is as
 * good as an answer. Before its script has run, `window.Cookiebot` may be the script element, whose id it is.
 */
export function createCookiebotSource(): ConsentSource {
  return {
    name: 'cookiebot',
    map: { personalize: [['preferences']], analytics: [['statistics']], connectors: [['marketing']] },
    category(page, category): Answer {
      const { consent, hasResponse } = (page as { Cookiebot?: CookiebotGlobal }).Cookiebot ?? {}
      const said = typeof consent === 'object' && Object.hasOwn(consent, category) ? consent[category] : undefined
      if (said === true) return 'granted'
      return said === false && hasResponse === true ? 'denied' : 'unknown'
    },
    listen(page, changed) {
      for (const event of events) page.addEventListener(event, changed)
      return () => {
        for (const event of events) page.removeEventListener(event, changed)
      }
    },
  }
}
