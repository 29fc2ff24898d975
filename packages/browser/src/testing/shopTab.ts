import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach } from 'vitest'
import type { ShopsideOptions } from '../options.ts'
import { createShop, type Started } from '../createShop.ts'
import { browserEnvironment, type Environment } from '../environment.ts'

Object.assign(globalThis, { IDBKeyRange })

export const nine = Date.UTC(2011, 11, 10, 9)
export const cakestand = { item_id: '22423', item_name: 'Regency Cakestand', price: 12.75 }

/** What each test begins with anew. */
export const given = {} as { factory: IDBFactory; opened: string[]; clients: Started[] }

/** One tab on the shop's page: all tabs of a test share one database and one localStorage. */
export function tab(options: ShopsideOptions = {}, more: Partial<Environment> = {}): Started {
  // What a tab of an earlier test still does in the background reaches that test's database alone.
  const [ours, openedHere] = [given.factory, given.opened]
  const environment: Environment = {
    ...browserEnvironment(window),
    indexedDb: () => ({
      open: (name: string, version?: number) => { openedHere.push(name); return ours.open(name, version) },
      deleteDatabase: (name: string) => ours.deleteDatabase(name),
      databases: () => ours.databases(),
    }) as unknown as globalThis.IDBFactory,
    ...more,
  }
  const client = createShop({ now: () => nine, ...options }, environment)
  given.clients.push(client)
  return client
}

/** Keys and values of all batches in the database. */
export function readAll(): Promise<[IDBValidKey, unknown][]> {
  return new Promise(done => {
    const opening = given.factory.open('shopside')
    opening.onsuccess = () => {
      const records: [IDBValidKey, unknown][] = []
      const cursor = opening.result.transaction('log').objectStore('log').openCursor(IDBKeyRange.bound('e', 'f'))
      cursor.onsuccess = () => {
        const at = cursor.result
        if (at === null) {
          opening.result.close()
          return done(records)
        }
        records.push([at.key, at.value])
        at.continue()
      }
    }
  })
}

beforeEach(() => {
  given.factory = new IDBFactory()
  given.opened = []
  given.clients = []
  localStorage.clear()
})

afterEach(() => {
  for (const { shop } of given.clients) shop.dispose()
})
