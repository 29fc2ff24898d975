/** A Cache API in memory. `stored` tells the names of all caches and what lies in them. */
export function fakeCaches(): CacheStorage & { stored(): Record<string, string[]> } {
  const all = new Map<string, Map<string, ArrayBuffer>>()
  const cacheOf = (entries: Map<string, ArrayBuffer>) => ({
    keys: async () => [...entries.keys()].map(url => ({ url })),
    match: async (url: string) => (entries.has(url) ? new Response(entries.get(url)) : undefined),
    put: async (url: string, response: Response) => {
      // As in browsers: what is put anew goes to the end.
      entries.delete(url)
      entries.set(url, await response.arrayBuffer())
    },
    delete: async (url: string) => entries.delete(url),
  })
  return {
    stored: () => Object.fromEntries(
      [...all].map(([name, entries]) => [name, [...entries.keys()].map(url => url.replace(/.*\//, ''))]),
    ),
    open: async (name: string) => {
      if (!all.has(name)) all.set(name, new Map())
      return cacheOf(all.get(name)!)
    },
    has: async (name: string) => all.has(name),
    delete: async (name: string) => all.delete(name),
    keys: async () => [...all.keys()],
    match: async (
      url: string, { cacheName = '' } = {},
    ) => (all.has(cacheName) ? cacheOf(all.get(cacheName)!).match(url) : undefined),
  } as unknown as CacheStorage & { stored(): Record<string, string[]> }
}
