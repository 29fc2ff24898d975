import { sealText, unsealText } from './sealedText.ts'

/** Name of the entry that says: an erase has begun, and nothing in this mirror may be brought back. */
export const erasedEntry = 'erased'

/** A log's mirror in the Cache API: sealed values under names, at addresses of our own origin that are never fetched. */
export interface MirrorCache {
  /** Names of all entries. */
  names(): Promise<string[]>
  /** The value under a name; undefined where there is none or it is damaged. */
  read(name: string): Promise<unknown>
  write(name: string, value: unknown): Promise<void>
  remove(name: string): Promise<void>
}

const folder = '/__shopside/'

/** Name of the cache that mirrors the log called `name`. */
export function mirrorName(name: string): string {
  return `${name}.mirror`
}

/** Opens the mirror, which makes it where there is none: call only while `personalize` is granted. */
export async function openMirrorCache(caches: CacheStorage, name: string, origin: string): Promise<MirrorCache> {
  const cache = await caches.open(mirrorName(name))
  const prefix = `${origin}${folder}${name}/`
  return {
    async names() {
      return (await cache.keys()).flatMap(
        ({ url }) => (url.startsWith(prefix) ? decodeURIComponent(url.slice(prefix.length)) : []),
      )
    },
    async read(entry) {
      const found = await cache.match(prefix + encodeURIComponent(entry))
      return found === undefined ? undefined : unsealText(await found.text())
    },
    write: (entry, value) => cache.put(prefix + encodeURIComponent(entry), new Response(sealText(value))),
    async remove(entry) {
      await cache.delete(prefix + encodeURIComponent(entry))
    },
  }
}

/** True where an erase has begun and not ended. Looks without making anything. */
export async function isErasing(caches: CacheStorage, name: string, origin: string): Promise<boolean> {
  return await caches.match(`${origin}${folder}${name}/${erasedEntry}`, { cacheName: mirrorName(name) }) !== undefined
}
