import type { Connector } from '@shopside/browser'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeHost, serveEndpoints, settle, startConnector, type Asked, type Endpoints, type FakeHost } from './fakeHost.ts'

/** What differs between platforms, for the suite that all of them pass. */
export interface Platform {
  create(): Connector
  /** The request that reads the basket, and what it answers when empty and with two of one item. */
  cart: string
  empty: unknown
  full: unknown
  /** The request that adds, what it answers, and how it refuses with the words "Sold out, sorry". */
  add: string
  added: unknown
  refused: () => Response
  /** A path that the page asks when its basket changes, and one that is no sign of it. */
  change: string
  other: string
}

/** What every platform source owes to its host, whichever shop it reads. */
export function connectorContract(platform: Platform): void {
  const endpoints: Endpoints = {}
  let host: FakeHost
  let asked: Asked[]
  let stop = (): void => {}
  const start = async (): Promise<void> => { stop = await startConnector(platform.create(), host) }
  const carts = (): unknown[] => host.said.filter(({ name }) => name === 'cart').map(({ params }) => params)

  beforeEach(() => {
    for (const request of Object.keys(endpoints)) delete endpoints[request]
    Object.assign(endpoints, { [platform.cart]: platform.empty, [platform.add]: platform.added })
    asked = serveEndpoints(window, endpoints)
    host = createFakeHost(window)
  })
  afterEach(() => stop())

  describe('as every platform source', () => {
    it('tells the basket once it starts, empty or not', async () => {
      await start()
      expect(carts()).toMatchObject([{ lines: [] }])
    })

    it('tells it again only when it is another', async () => {
      await start()
      host.request(platform.change)
      await settle()
      expect(carts()).toHaveLength(1)
      endpoints[platform.cart] = platform.full
      host.request(platform.change)
      await settle()
      expect(carts()).toHaveLength(2)
      expect(carts()[1]).toMatchObject({ lines: [{ quantity: 2 }] })
    })

    it('reads it once, however many signs of one change come at once', async () => {
      await start()
      for (let sign = 0; sign < 5; sign++) host.request(platform.change)
      await settle()
      expect(asked.filter(({ request }) => request === platform.cart)).toHaveLength(2)
    })

    it('looks when the shopper comes back to the page', async () => {
      await start()
      endpoints[platform.cart] = platform.full
      document.dispatchEvent(new Event('visibilitychange'))
      await settle()
      expect(carts()).toHaveLength(2)
    })

    it('takes no notice of other requests', () => expect(start().then(() => host.request(platform.other))).resolves.toBe(false))

    it.each([500, 404, 200])('says nothing of a basket that answers status %i in HTML, and goes on', async status => {
      endpoints[platform.cart] = status
      await start()
      expect(carts()).toEqual([])
      expect(host.problems).toEqual(['cart-unreadable'])
      endpoints[platform.cart] = platform.full
      host.request(platform.change)
      await settle()
      expect(carts()).toHaveLength(1)
    })

    it.each(
      [null, 7, [], { items: 'none' }, { items: [null, 7, { id: {} }] }],
    )('survives a basket that answers %j', async answer => {
      endpoints[platform.cart] = answer
      await start()
      expect(host.problems.length + carts().length).toBe(1)
    })

    it('survives a page without a connection', async () => {
      endpoints[platform.cart] = () => { throw new TypeError('offline') }
      await start()
      expect(host.problems).toEqual(['cart-unreadable'])
      endpoints[platform.add] = endpoints[platform.cart]
      await expect(host.add([{ item_id: '11' }])).rejects.toThrow('offline')
    })

    it('adds what a widget asks for', async () => {
      await start()
      await host.add([{ item_id: '11', quantity: 3 }])
      const wish = asked.find(({ request }) => request === platform.add)
      expect(JSON.stringify(wish?.body)).toContain('"quantity":3')
      expect(JSON.stringify(wish?.body)).toContain('"id":11')
    })

    it('answers the question whether it would add, with nothing', async () => {
      await start()
      const before = asked.length
      await host.add([])
      expect(asked).toHaveLength(before)
    })

    it('passes the platform\'s own words on when it refuses', async () => {
      await start()
      endpoints[platform.add] = platform.refused
      await expect(host.add([{ item_id: '11' }])).rejects.toThrow('Sold out, sorry')
    })

    it('refuses an id that the platform cannot know, without asking it', async () => {
      await start()
      await expect(host.add([{ item_id: 'TEA-1' }])).rejects.toThrow(/item_id/)
      expect(asked.filter(({ request }) => request === platform.add)).toEqual([])
    })

    it('an add that fails on the way is a rejection, never a success', async () => {
      await start()
      endpoints[platform.add] = 500
      await expect(host.add([{ item_id: '11' }])).rejects.toThrow('500')
    })

    it('takes every listener back when it is stopped', async () => {
      const spies = [document, document.body, window].map(target => ({
        added: vi.spyOn(target, 'addEventListener'), removed: vi.spyOn(target, 'removeEventListener'),
      }))
      await start()
      stop()
      const namesOf = (calls: unknown[][]): unknown[] => [...new Set(calls.map(([name]) => name))].toSorted()
      expect(spies.flatMap(({ added }) => added.mock.calls).length).toBeGreaterThan(2)
      for (const { added, removed } of spies) expect(namesOf(removed.mock.calls)).toEqual(namesOf(added.mock.calls))
      expect(host.watched()).toBe(0)
      vi.restoreAllMocks()
    })

    it('tells nothing more once it is stopped, not even a reading that was on its way', async () => {
      await start()
      let answer = (_: unknown): void => {}
      endpoints[platform.cart] = () => new Promise(done => { answer = done })
      host.request(platform.change)
      await settle()
      stop()
      answer(platform.full)
      await settle()
      document.dispatchEvent(new Event('visibilitychange'))
      await settle()
      expect(carts()).toHaveLength(1)
      expect(host.problems).toEqual([])
    })

    it('adds no global to the page, and changes none', async () => {
      const before = Object.keys(window).toSorted()
      await start()
      await host.add([{ item_id: '11' }])
      expect(Object.keys(window).toSorted()).toEqual(before)
    })

    it('is not misled by what a page has added to Object.prototype', async () => {
      const prototype = Object.prototype as Record<string, unknown>
      Object.assign(
        prototype, { items: [{ id: 666 }], userErrors: [{ message: 'no' }], Shopify: {}, token: 'forged', attributes: { x: 1 } },
      )
      try {
        await start()
        await host.add([{ item_id: '11' }])
        expect(JSON.stringify(host.said)).not.toMatch(/666|forged/)
        endpoints[platform.cart] = {}
        host.request(platform.change)
        await settle()
        expect(carts()).toHaveLength(1)
      } finally {
        for (const name of ['items', 'userErrors', 'Shopify', 'token', 'attributes']) delete prototype[name]
      }
    })
  })
}
