import { describe, expect, it } from 'vitest'
import type { Environment } from '../../src/environment.ts'
import { createDevice, type Device, type Tab } from './device.ts'

/** One fault of the catalogue: the injector counts how often it was met, and a fault that was not met is no test. */
export interface Fault {
  name: string
  inject: (device: Device, fired: () => void) => Promise<void>
}

/** Runs each on a device of its own. */
export function describeFaults(title: string, faults: Record<string, Fault>): void {
  describe(title, () => {
    for (const [number, { name, inject }] of Object.entries(faults)) {
      it(`${number}: ${name}`, async () => {
        const device = createDevice()
        let count = 0
        try {
          await inject(device, () => { count++ })
        } finally {
          device.closeAll()
        }
        expect(count, 'the fault was not met').toBeGreaterThan(0)
      })
    }
  })
}

/** A database whose `open` throws, for ever or some times. */
export const failing = (device: Device, name: string, fired: () => void, times = Infinity): globalThis.IDBFactory => {
  const { factory } = device
  let left = times
  return new Proxy(factory, {
    get: (target, member) => (member !== 'open' ? Reflect.get(target, member, target) : (...args: [string, number?]) => {
      if (left-- <= 0) return target.open(...args)
      fired()
      throw new DOMException('', name)
    }),
  })
}

/** What a tab is opened with whose browser has this database, or none. */
export const withDatabase = (indexedDb: () => globalThis.IDBFactory | undefined): {
  environment: Partial<Environment>,
} => ({ environment: { indexedDb } })

/** A raw connection of somebody else. */
export function openRaw(
  device: Device, version?: number, upgrade: (database: IDBDatabase) => void = () => {},
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = device.factory.open('shopside', version)
    request.onupgradeneeded = () => upgrade(request.result)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Puts records into the log past all checks. */
export async function putRaw(device: Device, entries: [string, unknown][]): Promise<void> {
  const database = await openRaw(device)
  await new Promise(done => {
    const transaction = database.transaction('log', 'readwrite')
    for (const [key, value] of entries) transaction.objectStore('log').put(value, key)
    transaction.oncomplete = done
  })
  database.close()
}

/** Goes to memory: says so, once, and promises nothing more. */
export async function expectMemory(device: Device, tab: Tab, reason: string): Promise<void> {
  expect((await tab.look('x')).level).toBe('memory')
  expect((await tab.look('y')).level).toBe('memory')
  expect(tab.status()).toMatchObject({ mode: 'memory', reason })
  expect(await tab.views()).toEqual({ x: 1, y: 1 })
  expect(await tab.log.mirrored()).toBe(false)
  expect(device.warnings).toEqual([`storage-${reason}`])
}
