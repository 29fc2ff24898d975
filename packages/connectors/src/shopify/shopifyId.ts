/**
 * The number in an id of Shopify: 123, "123" and `gid://shopify/ProductVariant/123` are all "123".
 * (Liquid and the Ajax API write numbers, the Storefront API and the standard events write gids.)
 *
 * @returns undefined when there is none
 */
export function shopifyId(value: unknown): string | undefined {
  return /^(?:gid:\/\/shopify\/\w+\/)?(\d+)$/.exec(String(value))?.[1]
}
