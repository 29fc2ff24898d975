import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { emptyProfile, foldEvents } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import { eventLogContract, viewBatch } from '../testing/eventLogContract.ts'
import { compactLog } from './compactLog.ts'
import type { FoldEvents } from './eventLog.ts'
import { foldLog } from './foldLog.ts'
import { createIdbLog } from './idbLog.ts'
import { createMemoryLog } from './memoryLog.ts'
import { batchKey } from './batchKey.ts'
import { readInSteps } from './readBatches.ts'
import { readLog } from './readLog.ts'
import { createConnection } from './useStore.ts'

Object.assign(globalThis, { IDBKeyRange })

const timer = (run: () => void, ms: number): unknown => setTimeout(run, ms)

function freshConnection() {
  return createConnection('shopside', new IDBFactory(), timer)
}

eventLogContract('memoryLog', () => createMemoryLog())
eventLogContract('idbLog', () => createIdbLog(freshConnection()))

describe('compactLog', () => {
  const now = Date.UTC(2011, 11, 11)
  const caps = { batches: 20, events: 60, ageMs: 90 * 864e5, bytes: 2e6 }

  it('folds the tail together, and past a cap lets raw events go into the base, without changing the state', async () => {
    const connection = freshConnection()
    const log = createIdbLog(connection)
    let counter = 0
    for (let round = 0; round < 5; round++) {
      for (let i = 0; i < 20; i++) await log.append(viewBatch(++counter, 'a', counter, `item-${i % 7}`))
      await compactLog(connection.store, foldEvents, emptyProfile(), now, caps)
    }
    const { base, batches } = await readLog(connection.store)
    expect(batches).toHaveLength(60)
    expect(base?.items['item-0']?.views).toBeGreaterThan(0)
    const { profile } = await foldLog(connection.store, foldEvents, emptyProfile())
    expect(Object.values(profile.items).reduce((sum, memory) => sum + memory.views, 0)).toBe(100)

    // A tab that was slow brings a batch from before: everything is folded anew, and nothing is lost or doubled.
    await log.append(viewBatch(50, 'slow', 1, 'late'))
    const { profile: refolded } = await foldLog(connection.store, foldEvents, emptyProfile())
    expect(Object.values(refolded.items).reduce((sum, memory) => sum + memory.views, 0)).toBe(101)
  })

  it('leaves the state true that another page folded before the last batches came', async () => {
    const connection = freshConnection()
    const log = createIdbLog(connection)
    for (let i = 1; i <= 15; i++) await log.append(viewBatch(i, 'a', i, 'x'))
    await foldLog(connection.store, foldEvents, emptyProfile())
    for (let i = 16; i <= 30; i++) await log.append(viewBatch(i, 'a', i, 'x'))
    await compactLog(connection.store, foldEvents, emptyProfile(), now, caps)
    expect((await foldLog(connection.store, foldEvents, emptyProfile())).profile.items['x']?.views).toBe(30)
  })

  it('is undone whole where it fails half way', async () => {
    const connection = freshConnection()
    const log = createIdbLog(connection)
    for (let i = 1; i <= 20; i++) await log.append(viewBatch(i, 'a', i, 'x'))
    const failing: FoldEvents = () => { throw new Error('half way') }
    await expect(compactLog(connection.store, failing, emptyProfile(), now, { ...caps, events: 5 })).rejects.toThrow('half way')
    expect((await readLog(connection.store)).batches).toHaveLength(20)
  })

  it('refuses to take back what is in the base already', async () => {
    const connection = freshConnection()
    const log = createIdbLog(connection)
    const early = viewBatch(1, 'a', 1, 'x')
    await log.append(early)
    for (let i = 2; i <= 20; i++) await log.append(viewBatch(i, 'a', i, 'y'))
    await compactLog(connection.store, foldEvents, emptyProfile(), now, { ...caps, events: 5 })
    expect(await log.merge([early])).toBe(0)
  })

  it('lets events go that are older than the cap, once a second day agrees with the clock', async () => {
    const connection = freshConnection()
    const log = createIdbLog(connection)
    for (let i = 1; i <= 20; i++) await log.append(viewBatch(i, 'a', i, 'x'))
    const later = now + 200 * 864e5
    expect(await compactLog(connection.store, foldEvents, emptyProfile(), later, caps)).toBeUndefined()
    for (const [counter, at] of [later - 864e5, later].entries()) {
      await log.append(
        { key: batchKey(at, 'b', counter + 1), events: [{ name: 'view_item', params: { items: [{ item_id: 'x' }] }, at }] },
      )
    }
    const gone = await compactLog(connection.store, foldEvents, emptyProfile(), later, caps)
    expect(gone?.count).toBe(20)
    expect((await readLog(connection.store)).batches).toHaveLength(2)
    expect((await foldLog(connection.store, foldEvents, emptyProfile())).profile.items['x']?.views).toBe(22)
  })
})

describe('readInSteps', () => {
  it('takes in a long tail some events at a time, each batch once and in order', async () => {
    for (const [batches, each] of [[900, 1], [60, 200], [3, 0]] as const) {
      const { store } = freshConnection()
      const events = Array.from({ length: each }, () => null)
      const keys = Array.from({ length: batches }, (_, n) => batchKey(n + 1, 'old', n + 1))
      await store('readwrite', records => { for (const key of keys) records.put(events, key) })
      const steps: string[][] = []
      await store('readonly', records => readInSteps(records, keys, found => { steps.push(found.map(([key]) => key)) }))
      expect(steps.flat()).toEqual(keys)
      expect(Math.max(...steps.map(step => step.length * each))).toBeLessThanOrEqual(800)
      expect(steps.length).toBeLessThan(80)
    }
  })
})

describe('foldLog', () => {
  it('takes a poisoned state record for no record and folds anew', async () => {
    const connection = freshConnection()
    const log = createIdbLog(connection)
    await log.append(viewBatch(1, 'a', 1, 'x'))
    for (const poison of [7, { v: 1, profile: { items: null }, seen: {}, high: 3 }, { v: 999, events: 'not an array' }]) {
      await connection.store('readwrite', records => { records.put(poison, 's') })
      expect((await foldLog(connection.store, foldEvents, emptyProfile())).profile.items['x']?.views).toBe(1)
    }
  })
})

describe('createConnection', () => {
  it('gives up after three failed openings, and says why', async () => {
    let calls = 0
    const factory = { open() { calls++; throw new DOMException('no', 'SecurityError') } } as unknown as IDBFactory
    const connection = createConnection('shopside', factory, timer)
    for (let i = 0; i < 5; i++) expect(await connection.open()).toBe(false)
    expect(calls).toBe(3)
    expect(connection.brokenBecause()).toBe('SecurityError')
  })

  it('does not wait for ever for a browser that never answers', async () => {
    const timers: (() => void)[] = []
    const factory = { open: () => ({}) } as unknown as IDBFactory
    const connection = createConnection('shopside', factory, run => timers.push(run))
    const opened = connection.open()
    timers.forEach(run => run())
    expect(await opened).toBe(false)
  })

  it('reopens once after the connection was closed behind its back, and closes for another version', async () => {
    const factory = new IDBFactory()
    const connection = createConnection('shopside', factory, timer)
    const log = createIdbLog(connection)
    await log.append(viewBatch(1, 'a', 1, 'x'))
    const upgrade = factory.open('shopside', 2)
    await new Promise(done => { upgrade.onsuccess = upgrade.onerror = done })
    // Another version could open at all only because ours let go.
    expect(upgrade.result.version).toBe(2)
    upgrade.result.close()
  })
})
