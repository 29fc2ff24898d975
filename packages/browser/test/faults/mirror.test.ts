import { IDBFactory } from 'fake-indexeddb'
import { emptyProfile, foldEvents } from '@shopside/engine'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { halfCaps } from '../../src/log/caps.ts'
import { createDevice, onceEach, type Device } from './device.ts'
import { createFakeCaches } from './fakeCaches.ts'
import { describeFaults, openRaw, withDatabase, type Fault } from './fault.ts'

const faults: Record<string, Fault> = {
  22: {
    name: 'only the database is gone, and another tab has begun anew in it',
    async inject(device, fired) {
      const before = device.openTab()
      for (const id of ['a', 'b', 'c']) await before.look(id)
      expect(await before.log.mirrored()).toBe(true)
      before.close()
      device.factory = new IDBFactory() as never
      fired()
      const [one, two] = [device.openTab(), device.openTab()]
      await two.look('d')
      const [first, second] = await Promise.all([one.looked(), two.looked()])
      expect([first.sort(), second.sort()]).toEqual([['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd']])
      expect(one.status().recovered + two.status().recovered).toBe(1)
      expect(await one.views()).toEqual(onceEach(['a', 'b', 'c', 'd']))
      expect(device.warnings).toEqual(['storage-recovered'])
    },
  },
  23: {
    name: 'only the mirror is gone',
    async inject(device, fired) {
      const tab = device.openTab()
      await tab.look('x')
      expect(await tab.log.mirrored()).toBe(true)
      device.caches.disk.clear()
      fired()
      await tab.look('y')
      expect(await tab.log.mirrored()).toBe(true)
      expect(tab.status()).toMatchObject({ rebuilt: 1, recovered: 0 })
      expect(device.warnings).toEqual([])
    },
  },
  27: {
    name: 'killed while the newest checkpoint was written: it is torn at any letter',
    async inject(device, fired) {
      const tab = device.openTab()
      await tab.look('a')
      expect(await tab.log.mirrored()).toBe(true)
      await tab.look('b')
      expect(await tab.log.mirrored()).toBe(true)
      tab.close()
      const entries = device.caches.disk.get('shopside.mirror')!
      const newest = [...entries.keys()].find(url => url.includes('/k2.'))!
      const whole = entries.get(newest)!
      for (const cut of [0, 1, 5, 40, whole.length - 1]) {
        entries.set(newest, whole.slice(0, cut))
        device.factory = new IDBFactory() as never
        fired()
        const after = device.openTab()
        expect(await after.looked()).toEqual(['a'])
        after.close()
      }
      entries.set(newest, whole)
      device.factory = new IDBFactory() as never
      expect(await device.openTab().looked()).toEqual(['a', 'b'])
    },
  },
  63: {
    name: 'Prototype.js has put a toJSON on arrays',
    async inject(device, fired) {
      const prototype = Array.prototype as unknown as { toJSON?: () => string }
      Object.defineProperty(prototype, 'toJSON', { configurable: true, value() { fired(); return 'spoilt' } })
      try {
        const tab = device.openTab()
        await tab.look('x')
        expect(await tab.log.mirrored()).toBe(true)
        tab.close()
        device.factory = new IDBFactory() as never
        expect(await device.openTab().looked()).toEqual(['x'])
      } finally {
        delete prototype.toJSON
      }
    },
  },
  25: {
    name: 'a torn end of the database lost its last records alone',
    async inject(device, fired) {
      const before = device.openTab()
      for (const id of ['a', 'b', 'c']) await before.look(id)
      expect(await before.log.mirrored()).toBe(true)
      before.close()
      const database = await openRaw(device)
      await new Promise(done => {
        const transaction = database.transaction('log', 'readwrite')
        const keys = transaction.objectStore('log').getAllKeys(IDBKeyRange.bound('e', 'f'))
        keys.onsuccess = () => { for (const key of keys.result.slice(1)) transaction.objectStore('log').delete(key) }
        transaction.oncomplete = done
      })
      database.close()
      fired()
      device.now += 1000
      const after = device.openTab()
      await after.look('d')
      // The checkpoint that this one replaces knows more than the log: first both are united.
      expect(await after.log.mirrored()).toBe(true)
      expect(await after.views()).toEqual(onceEach(['a', 'b', 'c', 'd']))
      expect(after.status().recovered).toBe(1)
      expect(device.warnings).toEqual(['storage-recovered'])
      after.close()
      device.factory = new IDBFactory() as never
      expect(await device.openTab().looked()).toEqual(['a', 'b', 'c', 'd'])
    },
  },
  '25b': {
    name: 'nothing was lost: what was packed, or taken out, since the last checkpoint does not come back',
    async inject(device, fired) {
      const before = device.openTab()
      for (const id of ['a', 'b', 'c']) await before.look(id)
      expect(await before.log.mirrored()).toBe(true)
      const log = await before.reading()
      await log.compact(foldEvents, emptyProfile(), device.now, { ...halfCaps, events: 2 })
      await log.purge(event => JSON.stringify(event).includes('"b"'))
      before.close()
      fired()
      const after = device.openTab()
      await after.look('d')
      expect(await after.log.mirrored()).toBe(true)
      expect((await after.looked()).sort()).toEqual(['c', 'd'])
      expect(await after.views()).toEqual(onceEach(['a', 'c', 'd']))
    },
  },
  erase: {
    name: 'killed in the middle of an erase: the next page ends it',
    async inject(device, fired) {
      const tab = device.openTab()
      await tab.look('x')
      expect(await tab.log.mirrored()).toBe(true)
      // Cut short after the mark was set; the grant is still there, as a lost localStorage would have it.
      device.now += 1000
      device.grant++
      tab.log.forget()
      const killed = (): never => { fired(); throw new DOMException('', 'UnknownError') }
      const dead = { open: killed, deleteDatabase: killed } as unknown as globalThis.IDBFactory
      await expect(device.openTab(withDatabase(() => dead)).log.eraseStores()).rejects.toThrow()
      device.now += 1000
      const after = device.openTab()
      await after.look('new')
      expect(await after.looked()).toEqual(['new'])
      device.factory = new IDBFactory() as never
      expect(await device.openTab().looked()).toEqual([])
    },
  },
}

describeFaults('a fault of one of the two copies', faults)

describe('the mirror', () => {
  let device: Device
  beforeEach(() => { device = createDevice() })
  afterEach(() => device.closeAll())

  it('is not written where the browser has no Cache API, and nothing is promised of it', async () => {
    const tab = device.openTab({ environment: { caches: () => undefined } })
    expect(await tab.look('x')).toEqual({ level: 'written' })
    expect(await tab.log.mirrored()).toBe(false)
    expect(tab.status().mirror).toBe('none')
  })

  it('holds on when the cache refuses, and does not hang', async () => {
    device.caches = createFakeCaches(() => { throw new DOMException('', 'QuotaExceededError') })
    const tab = device.openTab()
    expect(await tab.look('x')).toEqual({ level: 'written' })
    expect(await tab.log.mirrored()).toBe(false)
    expect(device.warnings).toEqual(['mirror-full'])
  })

  it('holds nothing any more of what was taken out', async () => {
    const tab = device.openTab()
    for (const id of ['keep', 'secret-7']) await tab.look(id)
    expect(await tab.log.mirrored()).toBe(true)
    const disk = (): string => JSON.stringify([...device.caches.disk.get('shopside.mirror')!.values()])
    expect(disk()).toContain('secret-7')
    const log = await tab.reading()
    await log.purge(event => JSON.stringify(event).includes('secret-7'))
    expect(disk()).not.toContain('secret-7')
    expect(disk()).toContain('keep')
  })
})
