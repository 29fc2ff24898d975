// The entry `shopside/connectors/shopify`, and the chunk that the script tag loads on a Shopify page.
export { shopify } from '@shopside/connectors/shopify'
