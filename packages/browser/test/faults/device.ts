import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { emptyProfile, foldEvents } from '@shopside/engine'
import type { Ack, Status } from '../../src/client.ts'
import type { Gate } from '../../src/consent/gate.ts'
import type { Environment } from '../../src/environment.ts'
import { withIds } from '../../src/log/batch.ts'
import type { EventLog } from '../../src/log/eventLog.ts'
import { createPageLog, type PageLog } from '../../src/log/pageLog.ts'
import { createWriter } from '../../src/log/writer.ts'
import { createFakeCaches, type FakeCaches } from './fakeCaches.ts'
import { faultyIdb, type FaultPlan } from './faultyIdb.ts'

Object.assign(globalThis, { IDBKeyRange })

// Loaded before anything is timed: a chunk comes slowly the first time.
await Promise.all([
  import('../../src/lazy/erasing.ts'), import('../../src/lazy/fallback.ts'), import('../../src/lazy/folding.ts'),
  import('../../src/lazy/mirroring.ts'), import('../../src/lazy/restoring.ts'), import('../../src/lazy/upkeep.ts'),
])

/**
 * By how much time-outs are shortened: where nothing fails none is met, and where something does nobody waits for a real disk.
 */
const haste = { sound: 2, faulty: 200 }
/** Below: a moment, which a busy machine may need for an answer. */
const longMs = 2000

export const nine: number = Date.UTC(2011, 11, 10, 9)
export const dayMs = 864e5

/** One browser profile: what its tabs share, and what a crash of one store takes away. */
export interface Device {
  factory: globalThis.IDBFactory
  caches: FakeCaches
  localStorage: Storage
  now: number
  /** The grant that tabs of now belong to; another one makes them outdated, as an erase does. */
  grant: number
  warnings: string[]
  openTab(more?: { plan?: FaultPlan; environment?: Partial<Environment> }): Tab
  closeAll(): void
}

export interface Tab {
  readonly log: PageLog
  readonly page: FakePage
  /** Looks at an item. @returns the answer */
  look(itemId: string): Promise<Ack>
  /** Ids of all items looked at, as the log holds them, with doubles. */
  looked(): Promise<string[]>
  /** Looks by item, as the profile counts them. */
  views(): Promise<Record<string, number>>
  reading(): Promise<EventLog>
  status(): Status['storage']
  /** Erases as `shop.erase` does: the grant goes first. */
  erase(): Promise<void>
  close(): void
}

/** The parts of a window that the log looks at. */
export interface FakePage {
  document: EventTarget & { visibilityState: 'visible' | 'hidden' }
  show(state: 'visible' | 'hidden'): void
}

function fakeStorage(): Storage {
  const slots: Record<string, string> = Object.create({
    getItem(this: Record<string, string>, key: string) { return Object.hasOwn(this, key) ? this[key] : null },
    setItem(this: Record<string, string>, key: string, value: string) { this[key] = value },
    removeItem(this: Record<string, string>, key: string) { delete this[key] },
  }) as Record<string, string>
  return slots as unknown as Storage
}

export function createDevice(): Device {
  const tabs: Tab[] = []
  let names = 0
  const device: Device = {
    factory: new IDBFactory() as unknown as globalThis.IDBFactory,
    caches: createFakeCaches(),
    localStorage: fakeStorage(),
    now: nine,
    grant: 1,
    warnings: [],
    openTab({ plan, environment: more = {} } = {}) {
      const document = Object.assign(new EventTarget(), { visibilityState: 'visible' as const }) as FakePage['document']
      const page: FakePage = {
        document,
        show(state) {
          document.visibilityState = state
          document.dispatchEvent(new Event('visibilitychange'))
        },
      }
      const environment: Environment = {
        window: {
          ...page, navigator: {}, location: { origin: 'https://shop.example' }, requestIdleCallback: setImmediate,
        } as unknown as Environment['window'],
        indexedDb: () => (plan === undefined ? device.factory : faultyIdb(device.factory, plan)),
        caches: () => device.caches,
        localStorage: () => device.localStorage,
        setTimer: (run, ms) => setTimeout(run, ms / (plan === undefined || ms < longMs ? haste.sound : haste.faulty)),
        fetch: () => Promise.reject(new Error('offline')),
        createId: () => `id${++names}`,
        ...more,
      }
      const ours = device.grant
      const gate = {
        state: { peek: () => ({ personalize: 'granted' }) }, isOutdated: () => ours !== device.grant, isPaused: () => false,
        refresh() {}, begin() {},
      } as unknown as Gate
      const log = createPageLog({
        environment, gate, tab: `t${++names}`, now: () => device.now, databaseName: 'shopside', slotPrefix: 'shopside.tail.',
        onStored() {}, onOutdated() {}, say: draft => void writer.add(draft), warn: code => { device.warnings.push(code) },
      })
      const writer = createWriter(`t${names}`, () => device.now, () => '/', log.write)
      const reading = async (): Promise<EventLog> => (await log.reading())!
      const tab: Tab = {
        log, page, reading, status: log.status,
        look: itemId => writer.add({ name: 'view_item', params: { items: [{ item_id: itemId }] } }),
        async looked() {
          const { batches } = await (await reading()).read()
          return batches.flatMap(withIds).flatMap(
            event => (event.name === 'view_item' ? event.params.items.map(item => item.item_id) : []),
          )
        },
        async views() {
          const profile = await (await reading()).fold(foldEvents, emptyProfile())
          return Object.fromEntries(Object.entries(profile.items).map(([id, memory]) => [id, memory.views]))
        },
        async erase() {
          device.grant++
          log.forget()
          await log.eraseStores()
        },
        close: log.forget,
      }
      tabs.push(tab)
      return tab
    },
    closeAll() {
      for (const tab of tabs) tab.close()
    },
  }
  return device
}

/** Every item once, as `views` counts them. */
export function onceEach(ids: readonly string[]): Record<string, number> {
  return Object.fromEntries(ids.map(id => [id, 1]))
}
