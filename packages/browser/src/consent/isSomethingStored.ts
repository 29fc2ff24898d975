import type { Environment } from '../environment.ts'
import { cachesOf } from '../log/cachesOf.ts'
import { mirrorName } from '../log/mirrorCache.ts'
import { keptModelName } from '../model/keptModelName.ts'
import { keptSegmentsKey } from '../segments/keptSegmentsKey.ts'

/** Whether any event of ours may be in this browser, by names alone: nothing is opened to look. */
export async function isSomethingStored(environment: Environment, name: string): Promise<boolean> {
  const { localStorage, indexedDb } = environment
  try {
    const slots = `${name.replace('shopside', 'shopside.tail')}.`
    if (Object.keys(localStorage()).some(key => key === 'shopside.outbox' || key === keptSegmentsKey(name) || key.startsWith(slots))) return true
  } catch {
    // Refused: nothing of ours can be in it.
  }
  try {
    const caches = cachesOf(environment)
    for (const cache of [mirrorName(name), keptModelName(name)]) if (await caches?.has(cache)) return true
  } catch {
    // Refused, as above.
  }
  try {
    const databases = await indexedDb()?.databases?.()
    // Where the browser does not tell the names there may be one.
    return databases === undefined
      ? indexedDb() !== undefined : databases.some(database => database.name === name || database.name === `${name}.2`)
  } catch {
    // A frame that may not store.
    return false
  }
}
