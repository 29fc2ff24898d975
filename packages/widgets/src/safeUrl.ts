/** An address from a shop's endpoint, if it is a page or a picture (http or https); undefined for `javascript:` and the like. */
export function safeUrl(address: unknown): string | undefined {
  if (typeof address !== 'string' || address === '') return undefined
  try {
    const { protocol, href } = new URL(address, document.baseURI)
    return protocol === 'https:' || protocol === 'http:' ? href : undefined
  } catch {
    // Not an address.
    return undefined
  }
}
