import { expect } from 'vitest'
import { onceEach } from './device.ts'
import { describeFaults, expectMemory, failing, openRaw, withDatabase, type Fault } from './fault.ts'

const faults: Record<string, Fault> = {
  1: { name: 'no indexedDB', inject: async (device, fired) => expectMemory(
    device, device.openTab(withDatabase(() => { fired(); return undefined })), 'unavailable',
  ) },
  3: { name: 'open throws', inject: async (device, fired) => expectMemory(
    device, device.openTab(withDatabase(() => failing(device, 'SecurityError', fired) as never)), 'unavailable',
  ) },
  4: {
    name: 'open fails once',
    async inject(device, fired) {
      const tab = device.openTab(withDatabase(() => failing(device, 'UnknownError', fired, 1) as never))
      expect(await tab.look('x')).toEqual({ level: 'written' })
      expect(await tab.looked()).toEqual(['x'])
    },
  },
  5: { name: 'open fails for ever', inject: async (device, fired) => expectMemory(
    device, device.openTab(withDatabase(() => failing(device, 'UnknownError', fired) as never)), 'unavailable',
  ) },
  '19, on open': {
    name: 'storage is full before there is a database: an error with nothing but a name',
    async inject(device, fired) {
      const full = { open() { fired(); throw Object.create(
        null, { name: { value: 'QuotaExceededError' } },
      ) } } as unknown as globalThis.IDBFactory
      await expectMemory(device, device.openTab(withDatabase(() => full)), 'unavailable')
    },
  },
  6: {
    name: 'open never answers',
    async inject(device, fired) {
      const never = { open: () => { fired(); return {} } } as unknown as globalThis.IDBFactory
      await expectMemory(device, device.openTab({ ...withDatabase(() => never), plan: {} }), 'unavailable')
    },
  },
  '6b': {
    name: 'open answers after all, too late',
    async inject(device, fired) {
      let answer = (): void => {}
      const late = new Proxy(device.factory, {
        get: (target, member) => (member !== 'open' ? Reflect.get(target, member, target) : () => {
          fired()
          const request: { result?: IDBDatabase; onsuccess?: () => void; onupgradeneeded?: () => void } = {}
          const real = target.open('shopside', 1)
          real.onupgradeneeded = () => real.result.createObjectStore('log')
          answer = () => { request.result = real.result; request.onsuccess?.() }
          return request
        }),
      })
      const tab = device.openTab({ plan: {}, environment: { indexedDb: () => late } })
      expect((await tab.look('x')).level).toBe('memory')
      answer()
      await expect.poll(() => tab.status().mode).toBe('idb')
      await expect.poll(() => tab.looked()).toEqual(['x'])
      expect((await tab.look('y')).level).toBe('written')
    },
  },
  8: {
    name: 'another tab wants a higher version',
    async inject(device, fired) {
      const tab = device.openTab()
      await tab.look('x')
      const other = await openRaw(device, 2)
      fired()
      other.close()
      // A newer Shopside's database: left alone.
      expect((await tab.look('y')).level).toBe('memory')
      expect((await openRaw(device)).version).toBe(2)
    },
  },
  10: {
    name: 'a newer version was there first',
    async inject(device, fired) {
      const newer = await openRaw(device, 9, database => database.createObjectStore('log').put({ v: 9 }, 's'))
      newer.close()
      fired()
      await expectMemory(device, device.openTab(), 'VersionError')
      const again = await openRaw(device)
      expect([again.version, [...again.objectStoreNames]]).toEqual([9, ['log']])
    },
  },
  11: {
    name: 'a database of our name without our object store',
    async inject(device, fired) {
      (await openRaw(device, 1, database => { fired(); database.createObjectStore('theirs').put('kept', 'k') })).close()
      const tab = device.openTab()
      expect(await tab.look('x')).toEqual({ level: 'written' })
      expect(await tab.views()).toEqual({ x: 1 })
      expect(device.warnings).toEqual(['storage-name-taken'])
      await tab.erase()
      expect((await device.factory.databases()).map(({ name }) => name)).toEqual(['shopside'])
    },
  },
  12: {
    name: 'the connection is closed behind our back, and the database with it',
    async inject(device, fired) {
      const tab = device.openTab()
      await tab.look('x')
      expect(await tab.log.mirrored()).toBe(true)
      const deleting = device.factory.deleteDatabase('shopside')
      await new Promise(done => { deleting.onsuccess = done })
      fired()
      expect(await tab.look('y')).toEqual({ level: 'written' })
      expect(await tab.views()).toEqual({ x: 1, y: 1 })
      expect(tab.status().recovered).toBe(1)
    },
  },
  32: {
    name: 'another tab holds the store: the answer does not wait for it, and everything is stored once it lets go',
    async inject(device, fired) {
      const tab = device.openTab()
      await tab.look('x')
      const other = await openRaw(device)
      let holds = true
      await new Promise<void>(held => {
        const store = other.transaction('log', 'readwrite').objectStore('log')
        // A request at a time keeps a transaction open, as a frozen page does.
        const again = (): void => {
          fired()
          held()
          if (holds) store.get('x').onsuccess = again
        }
        again()
      })
      expect(await tab.look('y')).toEqual({ level: 'memory', reason: 'busy' })
      expect(tab.status().mode).toBe('idb')
      expect(device.warnings).toEqual([])
      // The page may end meanwhile: what waits is in its slot, and goes once it is stored.
      tab.log.onHidden()
      expect(Object.keys(device.localStorage)).toHaveLength(1)
      holds = false
      await expect.poll(() => tab.views()).toEqual({ x: 1, y: 1 })
      await expect.poll(() => Object.keys(device.localStorage)).toHaveLength(0)
      other.close()
    },
  },
  33: {
    name: 'a connection that died while the page was hidden is looked at before the first write',
    async inject(device, fired) {
      let dead = false
      const tab = device.openTab({ plan: {
        onCall(what) { if (dead && what === 'transaction') { dead = false; fired(); throw new DOMException('', 'UnknownError') } }
      } })
      await tab.look('x')
      await tab.log.mirrored()
      dead = true
      tab.page.show('visible')
      await expect.poll(() => dead).toBe(false)
      expect(await tab.look('y')).toEqual({ level: 'written' })
    },
  },
  42: {
    name: 'localStorage throws',
    async inject(device, fired) {
      const refuse = (): Storage => { fired(); throw new DOMException('', 'SecurityError') }
      const tab = device.openTab({ environment: { localStorage: refuse } })
      expect(await tab.look('x')).toEqual({ level: 'written' })
      tab.log.onPageHide()
      expect(await tab.look('y')).toEqual({ level: 'written' })
    },
  },
}

/** Storage that is full: the same in words, in a class of its own, or in nothing but a name. */
for (const [form, error] of Object.entries({
  'a DOMException without a message': () => new DOMException('', 'QuotaExceededError'),
  'an object with a name alone': () => ({ name: 'QuotaExceededError' }),
})) {
  faults[`18, as ${form}`] = {
    name: 'storage is full from now on',
    async inject(device, fired) {
      let full = false
      let puts = 0
      const tab = device.openTab({ plan: { onCall(what) { if (full && what === 'put') { puts++; fired(); throw error() } } } })
      await tab.look('before')
      full = true
      expect((await tab.look('x')).level).toBe('memory')
      for (const id of ['y', 'z']) await tab.look(id)
      expect(puts).toBeLessThan(6)
      expect(device.warnings).toEqual(['storage-QuotaExceededError'])
      expect(await tab.views()).toEqual(onceEach(['before', 'x', 'y', 'z']))
      tab.close()
      expect(await device.openTab().looked()).toEqual(['before'])
    },
  }
}

describeFaults('a fault of the database', faults)
