/**
 * The shop platform that this page is made by: `shopify`, `woocommerce`, or undefined. By the marks that Shopify's own scripts
 * and WooCommerce's body classes and settings leave on every page. A page that has put something else under these names has no
 * platform.
 */
export function platformOf(page: Window & { Shopify?: { shop?: unknown } }): string | undefined {
  try {
    if (typeof page.Shopify?.shop === 'string') return 'shopify'
    return /\bwoocommerce/.test(page.document.body.className)
      || 'wc_add_to_cart_params' in page || 'wcSettings' in page ? 'woocommerce' : undefined
  } catch {
    // A getter of the page's own.
    return undefined
  }
}
