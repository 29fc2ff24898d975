/** The page with a consent tool's stub on it: what a shopper does in its banner. */
export interface ToolWindow extends Window {
  /** The shopper's answer, for everything alike; the stub keeps it in its cookie, as the tools do. */
  answerBanner(yes: boolean): void
}

/**
 * One stub a tool, as its maker documents it. Each runs in the page before any other script, begins without an answer, and reads
 * on the next page what it was answered. They share one cookie of the shop's, `banner`.
 */
export const consentTools: Record<string, () => void> = {
  /** developers.google.com/tag-platform/security/guides/consent: a default on every page, an update once the answer is known. */
  google: () => {
    const page = window as unknown as { dataLayer: unknown[]; answerBanner(yes: boolean): void }
    page.dataLayer = []
    // gtag is `dataLayer.push(arguments)`: no array.
    const gtag = function gtag(): void { page.dataLayer.push(arguments) } as (...entry: unknown[]) => void
    const all = (answer: string): object => ({
      ad_storage: answer, ad_user_data: answer, ad_personalization: answer, analytics_storage: answer,
      functionality_storage: answer, personalization_storage: answer, security_storage: 'granted',
    })
    gtag('consent', 'default', { ...all('denied'), wait_for_update: 500 })
    const kept = /banner=(yes|no)/.exec(document.cookie)?.[1]
    if (kept !== undefined) setTimeout(() => gtag('consent', 'update', all(kept === 'yes' ? 'granted' : 'denied')), 50)
    page.answerBanner = yes => {
      document.cookie = `banner=${yes ? 'yes' : 'no'};path=/`
      gtag('consent', 'update', all(yes ? 'granted' : 'denied'))
    }
  },
  /** shopify.dev/docs/api/customer-privacy: the API is there after `Shopify.loadFeatures`. */
  shopify: () => {
    const page = window as unknown as { Shopify: Record<string, unknown>; answerBanner(yes: boolean): void }
    const answer = (): string => /banner=(yes|no)/.exec(document.cookie)?.[1] ?? ''
    const allowed = (): boolean => answer() === 'yes'
    page.Shopify = {
      loadFeatures(features: { name: string }[], done: (error?: unknown) => void) {
        setTimeout(() => {
          if (features[0]?.name !== 'consent-tracking-api') return done(new Error('no such feature'))
          page.Shopify['customerPrivacy'] = {
            analyticsProcessingAllowed: allowed, marketingAllowed: allowed, preferencesProcessingAllowed: allowed,
            saleOfDataAllowed: allowed,
            currentVisitorConsent: () => (
              { marketing: answer(), analytics: answer(), preferences: answer(), sale_of_data: answer() }
            ),
          }
          done()
        }, 50)
      },
    }
    page.answerBanner = yes => {
      document.cookie = `banner=${yes ? 'yes' : 'no'};path=/`
      const detail = { marketingAllowed: yes, saleOfDataAllowed: yes, analyticsAllowed: yes, preferencesAllowed: yes }
      document.dispatchEvent(new CustomEvent('visitorConsentCollected', { detail }))
    }
  },
  /** cookiebot.com/en/developer: `CookiebotOnAccept` is fired on load too for those who answered before. */
  cookiebot: () => {
    const page = window as unknown as { Cookiebot: unknown; answerBanner(yes: boolean): void }
    const say = (): void => {
      const kept = /banner=(yes|no)/.exec(document.cookie)?.[1]
      const yes = kept === 'yes'
      page.Cookiebot = {
        consent: {
          necessary: true, preferences: yes, statistics: yes, marketing: yes, method: kept === undefined ? null : 'explicit',
        },
        consented: yes, declined: kept === 'no', hasResponse: kept !== undefined,
      }
      if (kept === undefined) return
      window.dispatchEvent(new Event('CookiebotOnConsentReady'))
      window.dispatchEvent(new Event(yes ? 'CookiebotOnAccept' : 'CookiebotOnDecline'))
    }
    say()
    addEventListener('load', say)
    page.answerBanner = yes => {
      document.cookie = `banner=${yes ? 'yes' : 'no'};path=/`
      say()
    }
  },
  /**
   * developer.onetrust.com/onetrust/docs/javascript-events-guide: `OneTrustGroupsUpdated` is raised on every page,
   * `OTConsentApplied` at an answer.
   */
  onetrust: () => {
    const page = window as unknown as { OnetrustActiveGroups: string; OneTrust: object; answerBanner(yes: boolean): void }
    const kept = (): string | undefined => /banner=(yes|no)/.exec(document.cookie)?.[1]
    const say = (): void => {
      page.OnetrustActiveGroups = kept() === 'yes' ? ',C0001,C0002,C0003,C0004,' : ',C0001,'
      const detail = page.OnetrustActiveGroups.split(',').filter(Boolean)
      window.dispatchEvent(new CustomEvent('OneTrustGroupsUpdated', { detail }))
    }
    page.OneTrust = { IsAlertBoxClosed: () => kept() !== undefined }
    say()
    addEventListener('load', say)
    page.answerBanner = yes => {
      document.cookie = `banner=${yes ? 'yes' : 'no'};path=/`
      say()
      window.dispatchEvent(new CustomEvent('OTConsentApplied'))
    }
  },
  /** wordpress.org/plugins/wp-consent-api, assets/js/wp-consent-api.js: a cookie a category, an event a change. */
  wordpress: () => {
    const page = window as unknown as Record<string, unknown>
    const read = (name: string): string =>
      document.cookie.split('; ').find(each => each.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
    page['wp_consent_type'] = 'optin'
    page['consent_api'] = { cookie_prefix: 'wp_consent' }
    page['consent_api_get_cookie'] = read
    page['wp_has_consent'] = (category: string) => read(`wp_consent_${category}`) === 'allow'
    page['answerBanner'] = (yes: boolean) => {
      for (const category of ['preferences', 'statistics', 'marketing']) {
        const value = yes ? 'allow' : 'deny'
        document.cookie = `wp_consent_${category}=${value};path=/`
        document.dispatchEvent(
          new CustomEvent('wp_listen_for_consent_change', { detail: Object.assign([], { [category]: value }) }),
        )
      }
    }
  },
}
