import type { Answer } from '../../client.ts'
import { onDataLayer } from '../../page/onDataLayer.ts'
import type { ConsentSource } from '../consentSource.ts'

const parameters = new Set(['wait_for_update', 'region'])

/**
 * Google Consent Mode v2, as any tool speaks it through the data layer: `gtag('consent', 'default' | 'update', { … })`.
 * The default is what holds before the shopper has answered; each page then says by `update` what was answered, then or earlier
 * (developers.google.com/tag-platform/security/guides/consent). So a `granted` by default may be used, once `wait_for_update` is
 * over; a `denied` by default is no answer yet, and an `update` of it is. Of each the last one counts, and an update before a
 * default.
 *
 * A default for some regions alone holds where the shopper is there, which we cannot know: it grants nothing, and where it denies
 * what is granted in general, nothing is known until the update.
 */
export function createGoogleSource(layerName: string): ConsentSource {
  const general = new Map<string, Answer>()
  /** Categories that are denied by default in some region. */
  const deniedSomewhere = new Set<string>()
  const updates = new Map<string, Answer>()
  let waits = false

  /** @returns milliseconds to wait for an update; undefined where the entry is none about consent */
  function take(entry: unknown): number | undefined {
    // gtag pushes its `arguments`: no array, but with indices.
    const [command, action, values] = Array.from((entry ?? []) as ArrayLike<unknown>)
    if (command !== 'consent' || typeof values !== 'object' || values === null) return undefined
    const has = (name: string): unknown => (Object.hasOwn(values, name) ? (values as Record<string, unknown>)[name] : undefined)
    for (const category of Object.keys(values)) {
      const said = has(category)
      if (parameters.has(category) || (said !== 'granted' && said !== 'denied')) continue
      if (action === 'update') updates.set(category, said)
      else if (action !== 'default') continue
      else if (has('region') === undefined) general.set(category, said)
      else if (said === 'denied') deniedSomewhere.add(category)
    }
    const waitMs = action === 'default' ? Number(has('wait_for_update')) : 0
    return waitMs > 0 ? Math.min(waitMs, 10_000) : 0
  }

  return {
    name: 'google',
    map: {
      personalize: [['personalization_storage'], ['functionality_storage']],
      analytics: [['analytics_storage']],
      connectors: [['ad_user_data', 'ad_personalization']],
    },
    category(_, category) {
      const said = updates.get(category)
      if (said !== undefined) return said
      return !waits && general.get(category) === 'granted' && !deniedSomewhere.has(category) ? 'granted' : 'unknown'
    },
    listen(page, changed) {
      let timer: number | undefined
      const stop = onDataLayer(page, layerName, entry => {
        const waitMs = take(entry)
        if (waitMs === undefined) return
        if (waitMs > 0) {
          waits = true
          page.clearTimeout(timer)
          timer = page.setTimeout(() => {
            waits = false
            changed()
          }, waitMs)
        }
        changed()
      })
      return () => {
        page.clearTimeout(timer)
        stop()
      }
    },
  }
}
