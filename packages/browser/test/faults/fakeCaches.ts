/** A browser's Cache API as far as we use it, shared by all tabs of a test. Bodies are texts, as a disk holds them. */
export interface FakeCaches extends CacheStorage {
  /** Entries by cache and address. */
  readonly disk: Map<string, Map<string, string>>
}

/** @param onWrite may change what reaches the disk, or throw */
export function createFakeCaches(onWrite: (url: string, body: string) => string = (_, body) => body): FakeCaches {
  const disk = new Map<string, Map<string, string>>()
  const found = (body: string | undefined): Response | undefined => (body === undefined ? undefined : new Response(body))
  const open = (name: string): Cache => {
    if (!disk.has(name)) disk.set(name, new Map())
    // A cache that was deleted stays usable for whoever holds it, and nobody else sees it.
    const entries = disk.get(name)!
    return {
      keys: async () => [...entries.keys()].map(url => ({ url })),
      match: async (url: string) => found(entries.get(url)),
      put: async (url: string, response: Response) => { entries.set(url, onWrite(url, await response.text())) },
      delete: async (url: string) => entries.delete(url),
    } as unknown as Cache
  }
  return {
    disk,
    open: async (name: string) => open(name),
    has: async (name: string) => disk.has(name),
    delete: async (name: string) => disk.delete(name),
    keys: async () => [...disk.keys()],
    match: async (url: string, about?: MultiCacheQueryOptions) => found(disk.get(about?.cacheName ?? '')?.get(url)),
  } as unknown as FakeCaches
}
