import fc from 'fast-check'
import { IDBFactory } from 'fake-indexeddb'
import { emptyProfile, foldEvents } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import { halfCaps } from '../../src/log/caps.ts'
import { createDevice, dayMs, onceEach, type Device, type Tab } from './device.ts'

/** What a shopper, a browser and a clock may do to a log, in any order. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('look' as const), tab: fc.nat(1) }) },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constantFrom('fold', 'mirror', 'compact', 'purge', 'crash', 'hide'), tab: fc.nat(1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constantFrom('wipe the database', 'wipe the mirror', 'erase', 'jump'), tab: fc.nat(1) }),
  },
)

/**
 * What must be there: everything acknowledged; after a wipe of the database, everything that was mirrored; after an erase,
 * nothing of before.
 */
interface Oracle {
  must: Set<string>
  mirrored: Set<string>
  /** In the mirror alone, until somebody reads: gone when that goes too. */
  unread: Set<string>
  mustNot: Set<string>
}

async function check(device: Device, { must, mustNot }: Oracle): Promise<void> {
  const tab = device.openTab()
  const have = await tab.looked()
  expect(new Set(have).size).toBe(have.length)
  const log = await tab.reading()
  const { base } = await log.read()
  const views = await tab.views()
  expect([...must].filter(id => views[id] === undefined)).toEqual([])
  expect([...mustNot].filter(id => views[id] !== undefined)).toEqual([])
  expect(views).toEqual(onceEach([...new Set([...have, ...Object.keys(base?.items ?? {})])]))
  tab.close()
}

async function take(
  device: Device, tabs: Tab[], oracle: Oracle, { what, tab: index }: { what: string; tab: number }, item: string,
): Promise<void> {
  const tab = tabs[index]!
  const reopen = (): void => tabs.forEach((old, place) => { old.close(); tabs[place] = device.openTab() })
  if (what === 'look') {
    device.now += 1000
    if ((await tab.look(item)).level === 'written') oracle.must.add(item)
  }
  if (['fold', 'mirror', 'compact', 'purge'].includes(what)) oracle.unread = new Set()
  if (what === 'fold') await tab.views()
  if (what === 'mirror' && await tab.log.mirrored()) oracle.mirrored = new Set(oracle.must)
  if (what === 'compact') await (await tab.reading()).compact(foldEvents, emptyProfile(), device.now, { ...halfCaps, events: 3 })
  if (what === 'purge') {
    const gone = [...oracle.must].find(id => id.endsWith('0'))
    const log = await tab.reading()
    const isRaw = (await tab.looked()).includes(gone ?? '')
    if (gone === undefined || !isRaw) return
    expect(await log.purge(event => event.name === 'view_item' && event.params.items[0]?.item_id === gone)).toBe(1)
    for (const ids of [oracle.must, oracle.mirrored]) ids.delete(gone)
    oracle.mustNot.add(gone)
  }
  if (what === 'crash') {
    tab.close()
    tabs[index] = device.openTab()
  }
  if (what === 'hide') tab.page.show('hidden')
  if (what === 'jump') device.now += 4000 * dayMs * (device.now > Date.UTC(2015) ? -1 : 1)
  if (what === 'wipe the database') {
    device.factory = new IDBFactory() as unknown as globalThis.IDBFactory
    reopen()
    oracle.must = new Set(oracle.mirrored)
    oracle.unread = new Set(oracle.mirrored)
  }
  if (what === 'wipe the mirror') {
    await device.caches.delete('shopside.mirror')
    for (const id of oracle.unread) oracle.must.delete(id)
    oracle.mirrored = new Set()
    oracle.unread = new Set()
  }
  if (what === 'erase') {
    await tab.erase()
    for (const id of oracle.must) oracle.mustNot.add(id)
    oracle.must = new Set()
    oracle.mirrored = new Set()
    oracle.unread = new Set()
    reopen()
  }
}

describe('the log, whatever happens', () => {
  it('has what it acknowledged, after a wipe what it mirrored, after an erase nothing, and each thing once', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 14 }), async steps => {
      const device = createDevice()
      const oracle: Oracle = { must: new Set(), mirrored: new Set(), unread: new Set(), mustNot: new Set() }
      const tabs = [device.openTab(), device.openTab()]
      try {
        for (const [place, one] of steps.entries()) await take(device, tabs, oracle, one, `i${place}`)
        for (const tab of tabs) tab.close()
        await check(device, oracle)
      } finally {
        device.closeAll()
      }
    }), { numRuns: 80 })
  })
})
