/** Who said it. `track` is the shop's own call; platforms report through a connector's `start`; the rest read the page. */
export type CaptureSource =
  | 'track' | 'shopify' | 'woocommerce' | 'connector' | 'data-layer' | 'marked' | 'json-ld' | 'microdata' | 'open-graph' | 'address' | 'inferred'

/**
 * How far each is believed, 0 to 1, where two of them name the same thing differently: what a shop says on purpose before what a
 * theme prints for search engines. The order is that of the field (explicit call, platform, data layer, marked elements, JSON-LD,
 * microdata, OpenGraph); the figures only sort.
 */
export const confidence: Readonly<Record<CaptureSource, number>> = {
  'track': 1, 'shopify': 0.9, 'woocommerce': 0.9, 'connector': 0.85, 'data-layer': 0.8, 'marked': 0.75, 'json-ld': 0.7,
  'microdata': 0.5,
  'open-graph': 0.3, 'address': 0.2, 'inferred': 0.1,
}
