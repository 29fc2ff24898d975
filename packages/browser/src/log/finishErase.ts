import type { UseStore } from 'idb-keyval'
import { batchTime } from './logKey.ts'
import { erasedEntry, mirrorName, openMirrorCache } from './mirrorCache.ts'
import { ask, committed } from './useStore.ts'

/**
 * Ends an erase that was cut short, by the entry that it wrote first: everything goes but events that came after it. Nothing is
 * brought back, and doing it twice, or in two tabs, comes to the same.
 */
export async function finishErase(
  store: UseStore, caches: CacheStorage, name: string, origin: string, now: number,
): Promise<void> {
  const cache = await openMirrorCache(caches, name, origin)
  const { at = now } = await cache.read(erasedEntry) as { at?: number } | undefined ?? {}
  await store('readwrite', async records => {
    const keys = await ask(records.getAllKeys())
    for (const key of keys) {
      if (!String(key).startsWith('e') || !(batchTime(key) > at && batchTime(key) < Infinity)) records.delete(key)
    }
    await committed(records)
  })
  await caches.delete(mirrorName(name))
}
