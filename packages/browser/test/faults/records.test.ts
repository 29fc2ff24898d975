import { emptyProfile, foldEvents } from '@shopside/engine'
import { expect } from 'vitest'
import { batchKey } from '../../src/log/batchKey.ts'
import { dayMs, nine, type Device, type Tab } from './device.ts'
import { describeFaults, openRaw, putRaw, type Fault } from './fault.ts'

const faults: Record<string, Fault> = {
  60: {
    name: 'the clock jumps ten years ahead, and back',
    async inject(device, fired) {
      const tab = device.openTab()
      await tab.look('x')
      device.now = nine + 3650 * dayMs
      fired()
      await tab.look('y')
      const log = await tab.reading()
      expect(await log.compact(foldEvents, emptyProfile(), device.now)).toBeUndefined()
      expect((await tab.looked()).sort()).toEqual(['x', 'y'])
      device.now = nine
      await tab.look('z')
      expect(await tab.looked()).toEqual(['x', 'y', 'z'])
    },
  },
  83: {
    name: 'our own records are poisoned',
    async inject(device, fired) {
      const tab = device.openTab()
      await tab.look('x')
      await tab.views()
      const far = 4102444800000
      await putRaw(device, [
        ['s', { v: 1, turn: 3, high: 'e', seen: new Map(), profile: { ...emptyProfile(), lastAt: far } }],
        ['b', { v: 1, profile: { affinity: { shoes: null, hats: '1e999' } } }],
        ['c1', { v: 1, batches: [null, { key: 'junk' }, { key: batchKey(nine, 'p', 1), events: 7 }] }],
        [batchKey(nine, 'p', 2), 'not an array'],
        [
          batchKey(nine, 'p', 3),
          [null, 7, { name: 'view_item', params: null, at: nine }, { name: 'view_item', params: { items: 7 }, at: far }],
        ],
        [batchKey(nine, 'p', 4), { v: 999, events: 'not an array' }],
      ])
      fired()
      const profile = await (await device.openTab().reading()).fold(foldEvents, emptyProfile())
      expect(Object.keys(profile.items)).toEqual(['x'])
      expect(profile.lastAt).toBeLessThanOrEqual(nine + 2 * dayMs)
      expect(await tab.log.mirrored()).toBe(true)
    },
  },
  '84b': {
    name: 'pages that only track: the next one folds a long tail together by itself',
    async inject(device, fired) {
      const tab = device.openTab()
      for (let n = 0; n < 210; n++) {
        device.now += 1000
        await tab.look(`v${n % 9}`)
      }
      tab.close()
      expect(await recordsIn(device, 'e', 'f')).toBeGreaterThan(200)
      fired()
      const next = device.openTab()
      expect(await next.look('last')).toEqual({ level: 'written' })
      await expect.poll(() => recordsIn(device, 'c', 'd')).toBe(1)
      expect(await recordsIn(device, 'e', 'f')).toBeLessThan(5)
      expect(await sumOfViews(next)).toBe(211)
    },
  },
  84: {
    name: 'more batches than one slice takes',
    async inject(device, fired) {
      await device.openTab().look('first')
      await putRaw(device, oldBatches(2600, 1))
      fired()
      const tab = device.openTab()
      expect(await slicesOf(tab, device)).toBeGreaterThan(1)
      expect(await sumOfViews(tab)).toBe(2601)
      expect((await (await tab.reading()).read()).batches.length).toBeLessThanOrEqual(5000)
    },
  },
  '84c': {
    name: 'large batches beyond the caps: the last slice takes what is left, and no more stay than may',
    async inject(device, fired) {
      await device.openTab().look('first')
      await putRaw(device, oldBatches(450, 40))
      fired()
      const tab = device.openTab()
      await slicesOf(tab, device)
      const { batches } = await (await tab.reading()).read()
      const events = batches.reduce((sum, batch) => sum + batch.events.length, 0)
      // What tells of it are events too.
      expect([events > 4900, events <= 5005]).toEqual([true, true])
      expect(await sumOfViews(tab)).toBe(18_001)
    },
  },
  '84d': {
    name: 'a long tail of a newer Shopside: it is left alone, and not looked at for ever',
    async inject(device, fired) {
      await device.openTab().look('first')
      await putRaw(device, oldBatches(2600, 1).map(([key]) => [key, { v: 999 }]))
      fired()
      const tab = device.openTab()
      // The first took our own batch, the second found nothing of ours.
      expect(await slicesOf(tab, device)).toBe(2)
      expect(await recordsIn(device, 'e', 'f')).toBeGreaterThanOrEqual(2600)
    },
  },
  '84e': {
    name: 'many large batches: a page reads the newest of them, and all count once they are folded together',
    async inject(device, fired) {
      const earlier = device.openTab()
      await earlier.look('first')
      earlier.close()
      await putRaw(device, oldBatches(500, 100))
      fired()
      device.now += 10_000
      const tab = device.openTab()
      await tab.look('new')
      const first = await tab.views()
      expect(first['new']).toBe(1)
      expect(sumOf(first)).toBeLessThan(30_000)
      await slicesOf(tab, device)
      expect(await sumOfViews(tab)).toBe(50_002)
    },
  },
}

/** Batches that an earlier tab wrote, `each` looks in each. */
function oldBatches(count: number, each: number): [string, unknown][] {
  return Array.from({ length: count }, (_, i) => [
    batchKey(nine + i + 1, 'old', i + 1),
    Array.from({ length: each }, () => ({ name: 'view_item', params: { items: [{ item_id: `v${i % 9}` }] }, at: nine + i + 1 })),
  ])
}

/** How many records have a key between these. */
async function recordsIn(device: Device, from: string, to: string): Promise<number> {
  const database = await openRaw(device)
  const asked = database.transaction('log').objectStore('log').count(IDBKeyRange.bound(from, to))
  await new Promise(done => { asked.onsuccess = done })
  database.close()
  return asked.result
}

/** Folds the log together, and says in how many slices. */
async function slicesOf(tab: Tab, device: Device): Promise<number> {
  const log = await tab.reading()
  let slices = 1
  while ((await log.compact(foldEvents, emptyProfile(), device.now))?.more) slices++
  return slices
}

async function sumOfViews(tab: Tab): Promise<number> {
  return sumOf(await tab.views())
}

function sumOf(views: Record<string, number>): number {
  return Object.values(views).reduce((sum, count) => sum + count)
}

describeFaults('a fault of what is stored', faults)
