/** Longest address kept. */
const maxUrlLength = 2048

/** `javascript:`, `data:` and the like, and `https:host/path`, which a browser reads as a path of this page's own host. */
const isNoPlace = /^[^/?#]*:(?!\/\/)/

/**
 * An address from outside that may be drawn as a link or picture.
 *
 * Only http(s) on the page's own host or on a host that the shop named, without credentials; plain http only on the page's own
 * origin.
 * @param base the page's address
 * @param hosts further hosts that the shop named, exact
 * @returns the parsed address (never the raw text), or undefined
 */
export function toUrl(value: unknown, base: string, hosts: readonly string[] = []): string | undefined {
  if (typeof value !== 'string' || value.length > maxUrlLength || isNoPlace.test(value)) return undefined
  try {
    const url = new URL(value, base)
    const page = new URL(base)
    // Written out, a letter can become nine.
    if (url.username !== '' || url.password !== '' || url.href.length > maxUrlLength) return undefined
    if (url.origin === page.origin && (url.protocol === 'https:' || url.protocol === 'http:')) return url.href
    return url.protocol === 'https:' && (url.host === page.host || hosts.includes(url.host)) ? url.href : undefined
  } catch {
    // Not an address. The field is dropped, the record stays.
    return undefined
  }
}
