import type { Environment } from '../environment.ts'
import { keptModelName } from '../model/keptModelName.ts'
import { keptSegmentsKey } from '../segments/keptSegmentsKey.ts'
import { alone } from './alone.ts'
import { cachesOf } from './cachesOf.ts'
import { erasedEntry, mirrorName, openMirrorCache } from './mirrorCache.ts'
import { recordVersion } from './records.ts'
import { ask, committed, createConnection, type Connection } from './useStore.ts'

/** Longest that an erase waits for another tab's checkpoint. */
const lockTimeoutMs = 1000
/** Longest that it waits for the name of an empty database to go. */
const deleteTimeoutMs = 3000

/**
 * Empties and removes everything of a log in this browser: slots, mirror, database, and the model that was kept. The mirror is
 * marked first, so that whatever is cut short here is ended by the next page, and never undone (`finishErase`).
 *
 * @throws when something does not read back empty
 */
export async function eraseStores(
  environment: Environment, name: string, slotPrefix: string, now: number,
): Promise<void> {
  removeSlots(environment, name, slotPrefix)
  const caches = cachesOf(environment)
  if (await caches?.has(mirrorName(name))) {
    await (await openMirrorCache(caches!, name, environment.window.location.origin)).write(
      erasedEntry, { v: recordVersion, at: now },
    )
  }

  async function erase(): Promise<void> {
    // A connection of its own: the page's may open nothing any more, so that no fold on its way brings the database back.
    await eraseDatabase(environment, createConnection(name, environment.indexedDb(), environment.setTimer))
    // Which shards of the model are kept tells what was looked at.
    for (const cache of [keptModelName(name), mirrorName(name)]) {
      await caches?.delete(cache)
      if (await caches?.has(cache)) throw new Error('erase-read-back')
    }
  }
  let hasBegun = false
  const run = (): Promise<void> => { hasBegun = true; return erase() }
  // Not while another tab writes a checkpoint, but not later than a moment either.
  await alone(environment, mirrorName(name), lockTimeoutMs, run).catch((error: unknown) => {
    if (hasBegun) throw error
    return erase()
  })
}

/** Where the browser lets no page store, there is nothing to empty. */
const nothingStored = /^(unavailable|SecurityError|InvalidStateError)$/

/** Empties and removes the database. One that a frozen tab holds on to is empty, and keeps its name until the tab is gone. */
async function eraseDatabase(environment: Environment, connection: Connection): Promise<void> {
  let isOpen = false
  while (!isOpen && connection.brokenBecause() === undefined) isOpen = await connection.open()
  if (isOpen) {
    await connection.store('readwrite', records => {
      records.clear()
      return committed(records)
    })
    if (await connection.store('readonly', records => ask(records.count())) > 0) throw new Error('erase-read-back')
    connection.close()
  } else if (nothingStored.test(connection.brokenBecause()!)) return
  // One that cannot be opened here (a newer Shopside's, a broken one) goes as well: the shopper's word is for all of it.
  const isGone = await Promise.race([
    new Promise<boolean>((done, fail) => {
      const request = environment.indexedDb()!.deleteDatabase(connection.name())
      // Blocked: other tabs close on versionchange, and success follows.
      request.onsuccess = () => done(true)
      request.onerror = () => fail(request.error ?? new Error('erase-failed'))
    }),
    new Promise<boolean>(done => { environment.setTimer(() => done(false), deleteTimeoutMs) }),
  ])
  if (!isGone && !isOpen) throw new Error('erase-read-back')
}

function removeSlots(environment: Environment, name: string, slotPrefix: string): void {
  try {
    const storage = environment.localStorage()
    for (const slot of Object.keys(storage)) if (slot.startsWith(slotPrefix)) storage.removeItem(slot)
    // What the checkout pixel of a Shopify shop has noted for the next page (packages/connectors/pixel).
    storage.removeItem('shopside.outbox')
    storage.removeItem(keptSegmentsKey(name))
  } catch {
    // localStorage refuses: nothing of ours can be in it.
  }
}
