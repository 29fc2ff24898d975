import type { ShopsideOptions } from '@shopside/browser'

/**
 * The options that stand on the script tag: `data-model data-consent data-currency data-locale data-shop data-capture data-layer
 * data-order-status data-hosts data-live data-market`. What is not given, or empty, is left to the default.
 *
 * `data-capture="off"`: nothing is read from the page. `data-layer`: name of the data layer. `data-hosts`: hosts with commas
 * between them.
 */
export function readTag(data: DOMStringMap): ShopsideOptions {
  const { model, consent, currency, locale, shop, capture, layer, orderStatus, hosts, live, market } = data
  return {
    consent: consent || undefined, currency: currency || undefined, locale: locale || undefined, shop: shop || undefined,
    orderStatus: orderStatus || undefined, live: live || undefined, market: market || undefined,
    model: model?.replace(/\/?$/, '/'),
    capture: capture === 'off' ? false : layer ? { dataLayer: layer } : capture ? true : undefined,
    hosts: hosts?.split(/[\s,]+/),
    // Read as if what is undefined were not there, and what a consent may be is checked where every option is.
  } as ShopsideOptions
}
