/** `href` for an address that may be unknown: without one the element is no link, and cannot be tabbed to. */
export function linkTo(url: string | undefined): { href: string } | Record<string, never> {
  return url === undefined ? {} : { href: url }
}
