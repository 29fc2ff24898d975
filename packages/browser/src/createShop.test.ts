// @vitest-environment page
import { describe, expect, it } from 'vitest'
import { given, nine, cakestand, tab, readAll } from './testing/shopTab.ts'

describe('createShop', () => {
  it('opens nothing and stores nothing before there is an answer', async () => {
    const { shop } = tab()
    expect(await shop.track('view_item', { items: [cakestand] })).toEqual({ level: 'memory', reason: 'consent-unknown' })
    await shop.ready
    expect(shop.profile.value).toBeUndefined()
    expect(given.opened).toEqual([])
    expect(localStorage.length).toBe(0)
  })

  it('keeps what the page remembered once the shopper says yes', async () => {
    const { shop } = tab()
    await shop.track('view_item', { items: [cakestand] })
    shop.consent.set({ personalize: true })
    await shop.track('view_item', { items: [cakestand] })
    await shop.ready
    expect(shop.profile.value?.items['22423']?.views).toBe(2)
  })

  it('drops events after a no, and says so', async () => {
    const { shop } = tab()
    shop.consent.set({ personalize: false })
    expect(await shop.track('view_item', { items: [cakestand] })).toEqual({ level: 'dropped', reason: 'consent-denied' })
    expect(given.opened).toEqual([])
    expect(localStorage.length).toBe(0)
  })

  it('acknowledges an event once it is written, and the next page knows it', async () => {
    const first = tab({ consent: 'granted' })
    expect(await first.shop.track('view_item', { items: [cakestand] })).toEqual({ level: 'written' })
    expect(await first.shop.flush()).toBe('written')
    first.shop.dispose()
    const { shop } = tab({ consent: 'granted' })
    await shop.ready
    expect(shop.profile.value?.viewed).toEqual(['22423'])
  })

  it('never rejects and never throws for what it cannot understand', async () => {
    const { shop } = tab({ consent: 'granted' })
    const track = shop.track as (name: unknown, params: unknown) => Promise<unknown>
    const trap = { get items(): never { throw new Error('mine') } }
    expect(await track('view_item', trap)).toEqual({ level: 'dropped', reason: 'unreadable' })
    expect(await track('<b>', 7)).toEqual({ level: 'dropped', reason: 'unknown-event' })
    expect(await track(undefined, undefined)).toEqual({ level: 'dropped', reason: 'unknown-event' })
    expect(shop.status().events.dropped).toEqual({ unreadable: 1, 'unknown-event': 2 })
  })

  it('takes the basket from the shop\'s snapshot, also without consent', async () => {
    const client = tab()
    await client.shop.cart.set([{ ...cakestand, quantity: 2 }], 'GBP')
    expect(client.shop.cart.lines.value).toEqual([{ ...cakestand, quantity: 2, addedAt: nine }])
    await client.shop.cart.set([])
    expect(client.shop.cart.lines.value).toEqual([])
  })

  it('erases everything of ours, and every tab is a stranger\'s', async () => {
    const here = tab({ consent: 'granted' })
    const there = tab({ consent: 'granted' })
    await here.shop.track('view_item', { items: [cakestand] })
    await there.shop.ready
    expect(there.shop.profile.value?.viewed).toEqual(['22423'])
    await here.shop.erase()
    expect(localStorage.length).toBe(0)
    expect(await given.factory.databases()).toEqual([])
    // What the other tab tracks next must not bring the old life back.
    await there.shop.track('view_item', { items: [{ item_id: 'new' }] })
    await there.shop.ready
    expect(there.shop.profile.value?.items['22423']).toBeUndefined()
  })

  it('empties every store when the shopper takes the yes back', async () => {
    const { shop } = tab()
    shop.consent.set({ personalize: true })
    await shop.track('view_item', { items: [cakestand] })
    shop.consent.set({ personalize: false })
    await expect.poll(() => given.factory.databases()).toEqual([])
    expect(localStorage.length).toBe(0)
    await shop.ready
    expect(shop.profile.value).toBeUndefined()
  })

  it('goes on in memory where the browser stores nothing, and says so once', async () => {
    const warnings: string[] = []
    const { shop } = tab({ consent: 'granted', onWarning: code => warnings.push(code) }, { indexedDb: () => undefined })
    expect(await shop.track('view_item', { items: [cakestand] })).toEqual({ level: 'memory' })
    await shop.track('view_item', { items: [cakestand] })
    await shop.ready
    expect(shop.profile.value?.items['22423']?.views).toBe(2)
    expect(shop.status().storage.mode).toBe('memory')
    expect(warnings).toHaveLength(1)
  })

  it('leaves events in the tab\'s slot when the page goes before the database given.opened, and the next page has them', async () => {
    const never = { open: () => ({}) } as unknown as globalThis.IDBFactory
    const first = tab({ consent: 'granted' }, { indexedDb: () => never })
    void first.shop.track('view_item', { items: [cakestand] })
    await Promise.resolve()
    await Promise.resolve()
    window.dispatchEvent(new Event('pagehide'))
    expect(Object.keys(localStorage).filter(key => key.startsWith('shopside.tail'))).toHaveLength(1)
    const { shop } = tab({ consent: 'granted' })
    await shop.ready
    expect(shop.profile.value?.viewed).toEqual(['22423'])
    expect(Object.keys(localStorage).filter(key => key.startsWith('shopside.tail'))).toEqual([])
  })

  it('keeps what earlier pages left in their slots in order and counts it once, though some of it was stored after all', async () => {
    const first = tab({ consent: 'granted' })
    await first.shop.track('view_item', { items: [cakestand] })
    first.shop.dispose()
    const stored = (await readAll()).map(([key, events]) => ({ key, events }))
    const late = { key: String(stored[0]!.key).replace(/^(e[^-]+)-.*/, '$1-late-00001'), events: stored[0]!.events }
    localStorage.setItem('shopside.tail.gone', JSON.stringify([...stored, late]))
    localStorage.setItem('shopside.tail.junk', '{"not":"ours"}')
    const { shop } = tab({ consent: 'granted' })
    await shop.ready
    expect(shop.profile.value?.items['22423']?.views).toBe(2)
    expect(Object.keys(localStorage).filter(key => key.startsWith('shopside.tail'))).toEqual([])
  })

  it('saves a copy and loads it into an empty browser, twice with the same result', async () => {
    const first = tab({ consent: 'granted' })
    await first.shop.track('view_item', { items: [cakestand] })
    await first.shop.track('purchase', { transaction_id: 'T-1', items: [cakestand] })
    const copy: unknown = JSON.parse(JSON.stringify(await first.shop.export()))
    await first.shop.erase()
    first.shop.dispose()
    const { shop } = tab({ consent: 'granted' })
    expect(await shop.import(copy)).toEqual({ added: 2, skipped: 0 })
    expect(await shop.import(copy)).toEqual({ added: 0, skipped: 2 })
    await shop.ready
    expect(shop.profile.value?.items['22423']?.views).toBe(1)
    expect(shop.orders.value?.map(order => order.id)).toEqual(['T-1'])
  })

  it('refuses the copy of another shop and anything that is no copy', async () => {
    const { shop } = tab({ consent: 'granted' })
    for (const file of [null, 7, {}, { format: 'shopside-export', version: 1, shop: 'other', events: [] }]) {
      expect((await shop.import(file)).reason).toBeTypeOf('string')
    }
  })

  it('refuses a copy whose fields throw when they are read', async () => {
    const { shop } = tab({ consent: 'granted' })
    const whole = { format: 'shopside-export', version: 1, shop: 'shopside' }
    const copies = [
      { get format(): string { throw new Error('no') } }, { ...whole, shop: { toString: 1 } },
      { ...whole, events: [{ get id(): string { throw new Error('no') } }] },
    ]
    for (const copy of copies) {
      expect(await shop.import(copy)).toEqual({ added: 0, skipped: 0, reason: 'This copy cannot be read.' })
    }
  })

  it('goes on when the shop\'s own listener for warnings throws', async () => {
    const { shop } = tab(
      { consent: 'granted', onWarning: () => { throw new Error('broken shop') } }, { indexedDb: () => undefined },
    )
    expect(await shop.track('view_item', { items: [cakestand] })).toEqual({ level: 'memory' })
    expect(await shop.track('<no name>', { items: [cakestand] })).toEqual({ level: 'dropped', reason: 'unknown-event' })
    expect(shop.status().warnings).toHaveLength(2)
  })

  it('takes an answer that is none for no answer', () => {
    const { shop } = tab()
    for (const answers of [undefined, null, 7]) shop.consent.set(answers as unknown as Record<string, never>)
    expect(shop.consent.state.value.personalize).toBe('unknown')
  })

  it('keeps events in the database where localStorage is full', async () => {
    const full = {
      getItem: () => null, setItem: () => { throw new DOMException('full', 'QuotaExceededError') }, removeItem: () => {},
    }
    const { shop } = tab({ consent: 'granted' }, { localStorage: () => full as unknown as Storage })
    expect(await shop.track('view_item', { items: [cakestand] })).toEqual({ level: 'written' })
    expect(await shop.track('view_item', { items: [cakestand] })).toEqual({ level: 'written' })
    await shop.ready
    expect(shop.profile.value?.items['22423']?.views).toBe(2)
  })

  it('opens nothing and keeps no answer while it is switched off by the address', async () => {
    window.history.replaceState(null, '', '?shopside=off')
    try {
      const { shop } = tab({ consent: 'granted' })
      shop.consent.set({ personalize: true })
      await shop.track('view_item', { items: [cakestand] })
      await shop.ready
      expect(shop.status().capture).toMatchObject({ state: 'off', reason: 'off' })
      expect((await shop.export()).events).toEqual([])
      expect(
        (await shop.import({ format: 'shopside-export', version: 1, shop: 'shopside', events: [] })).reason,
      ).toBeTypeOf('string')
      expect(given.opened).toEqual([])
      expect(localStorage.length).toBe(0)
    } finally {
      window.history.replaceState(null, '', location.pathname)
    }
  })

  it('refuses options that cannot work, with the remedy', () => {
    expect(() => tab({ currency: 'EURO' })).toThrow(/ISO 4217/)
    expect(() => tab({ model: '/model' })).toThrow(/ending in "\/"/)
    expect(() => tab({ shop: 'a b' })).toThrow(/letters/)
  })
})
