/**
 * What names a route of a single-page shop: the path, and a hash that is one too (`#/p/mug`, `#!/p/mug`), as some routers have
 * it. Any other hash is a place on the page.
 */
export function routeOf({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): string {
  return /^#!?\//.test(hash) ? pathname + hash : pathname
}
