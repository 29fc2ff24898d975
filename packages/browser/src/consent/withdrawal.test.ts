// @vitest-environment page
import type { ShopEvent } from '@shopside/engine'
import fc from 'fast-check'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, describe, expect, it } from 'vitest'
import type { ShopsideOptions } from '../options.ts'
import { createShop, type Started } from '../createShop.ts'
import { browserEnvironment, type Environment } from '../environment.ts'
import { fakeCaches } from '../model/testing/fakeCaches.ts'

Object.assign(globalThis, { IDBKeyRange })

const cakestand = { item_id: '22423', item_name: 'Regency Cakestand', price: 12.75 }

let clients: Started[] = []

/** One browser with any number of tabs; each opens as a page of the shop would. */
function browser(options: ShopsideOptions = {}) {
  const factory = new IDBFactory()
  const caches = fakeCaches()
  let opened = 0
  localStorage.clear()
  return {
    factory, caches,
    opened: () => opened,
    tab(more: Partial<Environment> = {}, others: ShopsideOptions = {}): Started {
      const client = createShop({ capture: false, onWarning: () => {}, ...options, ...others }, {
        ...browserEnvironment(window),
        indexedDb: () => ({
          open: (name: string, version?: number) => { opened++; return factory.open(name, version) },
          deleteDatabase: (name: string) => factory.deleteDatabase(name),
          databases: () => factory.databases(),
        }) as unknown as globalThis.IDBFactory,
        caches: () => caches,
        ...more,
      })
      clients.push(client)
      return client
    },
    /** Names of everything of ours that is stored. */
    stored: async () => [...Object.keys(localStorage), ...(await factory.databases()).map(({ name }) => `idb ${name}`), ...await caches.keys()],
  }
}

afterEach(() => {
  for (const { shop } of clients) shop.dispose()
  clients = []
  localStorage.clear()
})

const look = (tab: Started) => tab.shop.track('view_item', { items: [cakestand] })
const personalize = (tab: Started) => tab.shop.consent.state.value.personalize

describe('a withdrawal', () => {
  it('empties every store, and a tab that was left open brings nothing back', async () => {
    const { tab, stored } = browser()
    const [here, there] = [tab(), tab()]
    here.shop.consent.set({ personalize: true })
    await look(here)
    await look(there)
    await there.shop.ready
    await here.shop.flush()
    expect(await stored()).toEqual(['shopside.consent', 'idb shopside', 'shopside.mirror'])
    here.shop.consent.set({ personalize: false })
    // Tracked in the same moment, before the other tab has heard anything.
    const late = look(there)
    await expect.poll(stored).toEqual([])
    expect(await late).toEqual({ level: 'dropped', reason: 'forgotten' })
    await look(there)
    await there.shop.ready
    await there.shop.flush()
    expect(await stored()).toEqual([])
    expect(there.shop.profile.value).toBeUndefined()
  })

  it('in a tab that had said no before takes back what another one was answered since', async () => {
    const { tab, stored } = browser()
    const [here, there] = [tab(), tab()]
    here.shop.consent.set({ personalize: false })
    there.shop.consent.set({ personalize: true })
    await look(there)
    expect(await stored()).not.toEqual([])
    here.shop.consent.set({ personalize: false })
    await expect.poll(stored).toEqual([])
    expect(await look(there)).toEqual({ level: 'dropped', reason: 'forgotten' })
  })

  it('that was cut short is ended by the next page before it does anything else, also where storing needs no question', async () => {
    const { tab, stored, factory } = browser()
    const first = tab({}, { consent: 'granted' })
    await look(first)
    first.shop.dispose()
    // The tombstone stood, and the browser was killed.
    localStorage.setItem('shopside.consent', '2!||1||u,default,|u,default,|u,default,')
    const { shop } = tab({}, { consent: 'granted' })
    expect(shop.consent.state.value.personalize).toBe('unknown')
    await expect.poll(stored).toEqual([])
    await shop.track('view_item', { items: [{ item_id: 'new' }] })
    await shop.ready
    expect(Object.keys(shop.profile.value?.items ?? {})).toEqual(['new'])
    expect(await factory.databases()).toHaveLength(1)
  })

  it('finds what is left of a grant that is not known any more, and opens nothing where nothing is', async () => {
    const { tab, stored, opened } = browser()
    const first = tab()
    first.shop.consent.set({ personalize: true })
    await look(first)
    first.shop.dispose()
    localStorage.clear()
    expect(await stored()).not.toEqual([])
    const second = tab()
    expect(personalize(second)).toBe('unknown')
    second.shop.consent.set({ personalize: false })
    await expect.poll(stored).toEqual([])
    const before = opened()
    const third = tab()
    third.shop.consent.set({ personalize: false })
    await look(third)
    await new Promise(done => setTimeout(done, 20))
    expect(opened()).toBe(before)
  })

  it('makes a yes in the same breath wait until the stores are empty', async () => {
    const { tab } = browser()
    const { shop } = tab()
    shop.consent.set({ personalize: true })
    await shop.track('view_item', { items: [cakestand] })
    shop.consent.set({ personalize: false })
    shop.consent.set({ personalize: true })
    await expect.poll(() => shop.consent.state.value.personalize).toBe('granted')
    await shop.track('view_item', { items: [{ item_id: 'new' }] })
    await shop.ready
    expect(Object.keys(shop.profile.value?.items ?? {})).toEqual(['new'])
  })

  it('stands where localStorage refuses: this page alone knows, and its stores are empty', async () => {
    const { tab, stored } = browser()
    const { shop } = tab({ localStorage: () => { throw new DOMException('no', 'SecurityError') } })
    shop.consent.set({ personalize: true })
    expect(await shop.track('view_item', { items: [cakestand] })).toEqual({ level: 'written' })
    shop.consent.set({ personalize: false })
    await expect.poll(stored).toEqual([])
    expect(await shop.track('view_item', { items: [cakestand] })).toEqual({ level: 'dropped', reason: 'consent-denied' })
    shop.consent.set({ personalize: true })
    await expect.poll(() => shop.consent.state.value.personalize).toBe('granted')
  })

  it('says nothing in the log; an answer that may be remembered does', async () => {
    const { tab } = browser()
    const { shop } = tab()
    shop.consent.set({ analytics: true })
    shop.consent.set({ personalize: true, connectors: false })
    await shop.flush()
    const { events, consent } = await shop.export()
    const said = (events as ShopEvent[]).filter(event => event.name === 'consent_changed').map(event => event.params)
    expect(said).toEqual([
      { purpose: 'personalize', state: 'granted', source: 'shop' }, { purpose: 'connectors', state: 'denied', source: 'shop' },
    ])
    expect(consent).toMatchObject({ personalize: 'granted', analytics: 'granted', connectors: 'denied', source: 'shop', version: expect.any(String) })
  })
})

describe('a pause', () => {
  it('drops what happens, and uses what is remembered', async () => {
    const { tab } = browser()
    const started = tab()
    const { shop } = started
    shop.consent.set({ personalize: true })
    await look(started)
    const client = await started.client()
    client.pause(Date.now() + 60_000)
    expect(await look(started)).toEqual({ level: 'dropped', reason: 'paused' })
    expect(await look(tab())).toEqual({ level: 'dropped', reason: 'paused' })
    await shop.ready
    expect(shop.profile.value?.items['22423']?.views).toBe(1)
    client.pause(undefined)
    expect(await look(started)).toEqual({ level: 'written' })
  })
})

type Step = [what: 'yes' | 'no' | 'erase' | 'pause' | 'track' | 'reload' | 'wait' | 'read' | 'import', tab: number]
const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom('yes', 'no', 'erase', 'pause', 'track', 'track', 'track', 'reload', 'wait', 'read', 'import'), fc.nat(2))

describe('after the last refusal', () => {
  it('every store is empty and stays empty, whatever three tabs did before and do after', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.nat(2), async (steps, last) => {
      const { tab, stored } = browser()
      const tabs = [tab(), tab(), tab()]
      const copy = { format: 'shopside-export', version: 1, shop: 'shopside', events: [{ id: '0hfo5q5c0-abc-00001-0', at: 1, name: 'view_item', params: { items: [cakestand] } }] }
      const act = async ([what, place]: Step): Promise<void> => {
        const { shop, client } = tabs[place]!
        if (what === 'yes' || what === 'no') shop.consent.set({ personalize: what === 'yes' })
        else if (what === 'erase') void shop.erase().catch(() => {})
        else if (what === 'pause') (await client()).pause(Date.now() + 1000)
        else if (what === 'track') void look(tabs[place]!)
        else if (what === 'read') void shop.ready
        else if (what === 'import') void shop.import(copy)
        else if (what === 'wait') await new Promise(done => setTimeout(done, 3))
        else {
          shop.dispose()
          tabs[place] = tab()
        }
      }
      for (const each of steps) await act(each)
      // Yes here and no there within a moment: which was last is for the storage to say. So let it settle.
      await expect.poll(() => localStorage.getItem('shopside.consent') ?? '').not.toMatch(/^2!/)
      await new Promise(done => setTimeout(done, 30))
      for (const each of tabs) void look(each)
      tabs[last]!.shop.consent.set({ personalize: false })
      for (const each of tabs) void look(each)
      await expect.poll(stored).toEqual([])
      for (const each of tabs) {
        void look(each)
        void each.shop.ready
      }
      await new Promise(done => setTimeout(done, 40))
      for (const each of tabs) await each.shop.flush()
      expect(await stored()).toEqual([])
      for (const { shop } of tabs) shop.dispose()
    }), { numRuns: 20, examples: [[[['no', 1], ['yes', 0]], 1], [[['yes', 0], ['track', 1], ['no', 0], ['yes', 2]], 1]] })
  })
})
