function read(address: unknown, base: string): URL | undefined {
  try {
    return typeof address === 'string' ? new URL(address, base) : undefined
  } catch {
    // Not an address: it names nothing.
    return undefined
  }
}

/** Shopify's id of a variant, which its addresses carry: `/products/mug?variant=39888242344001`. */
export function variantIn(address: unknown, base: string): string | undefined {
  return read(address, base)?.searchParams.get('variant') ?? undefined
}

/**
 * The last step of an address's path: `mug` of `/en/collections/all/products/mug/`. Themes print one product under several
 * paths (language, collection); the last step is what they share.
 *
 * @returns undefined for the root of a site, and for what is no address
 */
export function lastStep(address: unknown, base: string): string | undefined {
  return read(address, base)?.pathname.split('/').filter(Boolean).pop()
}

/**
 * How well an address names this page: 0 not at all, else one more than the parameters that it shares with the page. An address
 * with a parameter that the page has not, or has otherwise, names another variant.
 */
export function matchPage(address: unknown, base: string): number {
  const page = new URL(base).searchParams
  const wanted = [...read(address, base)?.searchParams ?? []]
  const isHere = lastStep(address, base) === lastStep(base, base) && wanted.every(([name, value]) => page.get(name) === value)
  return isHere ? 1 + wanted.length : 0
}
