import type { Answer } from '../../client.ts'
import type { ConsentSource } from '../consentSource.ts'

interface WordPressPage {
  wp_has_consent?: unknown
  wp_consent_type?: unknown
  wp_fallback_consent_type?: unknown
  /** Reads the cookie that holds an answer: "allow", "deny", or '' while there is none. */
  consent_api_get_cookie?: unknown
  consent_api?: { cookie_prefix?: unknown }
}

const events = ['wp_listen_for_consent_change', 'wp_consent_type_defined']

/**
 * WP Consent API (wordpress.org/plugins/wp-consent-api, `assets/js/wp-consent-api.js`): `wp_has_consent(category)`, and events on
 * document. Without a consent type the API says yes to everything because nobody manages consent: that is no answer. With one,
 * its yes is a yes (given, or not needed where the type is opt-out); its no is an answer where the category's cookie says so, or
 * a change to "deny" was heard.
 */
export function createWordPressSource(): ConsentSource {
  const changes = new Map<string, unknown>()
  return {
    name: 'wordpress',
    map: { personalize: [['preferences']], analytics: [['statistics']], connectors: [['marketing']] },
    category(page, category): Answer {
      const wp = page as WordPressPage
      const { wp_has_consent: has, consent_api_get_cookie: read } = wp
      if (typeof has !== 'function' || !(wp.wp_consent_type ?? wp.wp_fallback_consent_type)) return 'unknown'
      if (has(category) === true) return 'granted'
      const cookie = `${String(wp.consent_api?.cookie_prefix)}_${category}`
      const answer = changes.get(category) ?? (typeof read === 'function' ? read(cookie) : undefined)
      return answer === 'deny' ? 'denied' : 'unknown'
    },
    listen(page, changed) {
      const onChange = (event: Event): void => {
        // An array with categories as properties, by the API's own code.
        const { detail } = event as CustomEvent<Record<string, unknown> | null>
        for (const category of Object.keys(detail ?? {})) changes.set(category, detail![category])
        changed()
      }
      for (const event of events) page.document.addEventListener(event, onChange)
      return () => {
        for (const event of events) page.document.removeEventListener(event, onChange)
      }
    },
  }
}
