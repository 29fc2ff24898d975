// The entry `shopside/connectors/woocommerce`, and the chunk that the script tag loads on a WooCommerce page.
export { woocommerce } from '@shopside/connectors/woocommerce'
