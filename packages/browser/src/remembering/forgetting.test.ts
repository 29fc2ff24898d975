import fc from 'fast-check'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { emptyProfile, foldEvents, type EventDraft } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import { withIds, type Batch } from '../log/batch.ts'
import type { EventLog } from '../log/eventLog.ts'
import { createIdbLog } from '../log/idbLog.ts'
import { batchKey } from '../log/batchKey.ts'
import { createMemoryLog } from '../log/memoryLog.ts'
import { createConnection } from '../log/useStore.ts'
import { forgetIn, type ForgettingContext } from './forgetting.ts'
import type { Forgettable } from './remembered.ts'

Object.assign(globalThis, { IDBKeyRange })

const morning = Date.UTC(2011, 11, 10, 9)
const minute = 60_000
const things = (...ids: string[]) => ids.map(item_id => ({ item_id, item_name: `Name of ${item_id}` }))

let counter = 0
function batch(at: number, ...drafts: EventDraft[]): Batch {
  return { key: batchKey(at, 'a', ++counter), events: drafts.map(draft => ({ ...draft, at })) }
}

function context(more: Partial<ForgettingContext> = {}): ForgettingContext {
  let ids = 0
  return {
    now: morning + 60 * minute, createId: () => `f${++ids}`, inBasket: new Set(), dayOf: at => Math.floor(at / 864e5) * 864e5,
    ...more,
  }
}

/** Everything that a log would show of itself, as text: what was forgotten must not be found in it. */
async function rawText(log: EventLog): Promise<string> {
  return JSON.stringify(await log.read())
}
const fold = (log: EventLog) => log.fold(foldEvents, emptyProfile())

describe.each([
  ['memoryLog', () => createMemoryLog()],
  ['idbLog', () => createIdbLog(createConnection('shopside', new IDBFactory(), (run, ms) => setTimeout(run, ms)))],
])('forgetting in %s', (_, createLog) => {
  it('takes an item out of the raw events, of lists of many as well, and leaves the others', async () => {
    const log = createLog()
    await log.append(batch(
      morning, { name: 'view_item', params: { items: things('22423') } },
      { name: 'view_item', params: { items: things('21212') } },
    ))
    await log.append(batch(
      morning + minute, { name: 'add_to_cart', params: { items: things('22423', '21212', '47566'), currency: 'GBP', value: 9 } },
    ))
    await log.append(batch(morning + 2 * minute, { name: 'view_item_list', params: { items: things('22423') } }))
    await forgetIn(log, { items: ['22423'] }, context())
    expect(await rawText(log)).not.toContain('22423')
    const profile = await fold(log)
    expect(Object.keys(profile.items).sort()).toEqual(['21212', '47566'])
    expect(profile.items['21212']).toMatchObject({ views: 1, adds: 1 })
    expect(profile.cart.lines.map(line => line.item_id)).toEqual(['21212', '47566'])
  })

  it('puts the rest of an event back at its place in time', async () => {
    const log = createLog()
    await log.append(batch(morning, { name: 'add_to_cart', params: { items: things('x', 'y') } }))
    await log.append(batch(morning + minute, { name: 'remove_from_cart', params: { items: things('y') } }))
    await forgetIn(log, { items: ['x'] }, context())
    const { batches } = await log.read()
    expect(batches.flatMap(withIds).map(event => event.name)).toEqual(['add_to_cart', 'remove_from_cart', 'forget'])
    expect((await fold(log)).cart.lines).toEqual([])
  })

  it('forgets a search, and keeps no word of it', async () => {
    const log = createLog()
    await log.append(batch(
      morning, { name: 'search', params: { search_term: 'secret gift' } }, { name: 'search', params: { search_term: 'tea' } },
    ))
    await forgetIn(log, { searchTerm: 'secret gift' }, context())
    expect(await rawText(log)).not.toContain('secret')
    expect((await fold(log)).searches.map(search => search.term)).toEqual(['tea'])
  })

  it('forgets an order with its parcels, and counts its number once for ever', async () => {
    const log = createLog()
    const order: EventDraft = { name: 'purchase', params: { transaction_id: 'A-10042', items: things('x') } }
    await log.append(batch(morning, order))
    await log.setNote('A-10042', { parcels: 1 })
    await forgetIn(log, { orderId: 'A-10042' }, context())
    expect(await rawText(log)).not.toContain('A-10042')
    expect(await log.getNote('A-10042')).toBeUndefined()
    await log.append(batch(morning + 90 * minute, order))
    const profile = await fold(log)
    expect(profile).toMatchObject({ orders: [], purchaseDays: 0, orderedUnits: 0 })
    expect(profile.items).toEqual({})
  })

  it('takes the address of its own page along, wherever that was noted', async () => {
    const log = createLog()
    const on = (page: string, ...drafts: EventDraft[]): Batch => {
      const made = batch(morning, ...drafts)
      return { ...made, events: made.events.map(event => ({ ...event!, page })) }
    }
    await log.append(
      on('/cakestand', { name: 'view_item', params: { items: things('22423') } }, { name: 'page_view', params: {} }),
    )
    await log.append(on('/product/22423', { name: 'page_view', params: {} }))
    await log.append(
      on('/thank-you/A-1', { name: 'purchase', params: { transaction_id: 'A-1', items: [] } }, { name: 'page_view', params: {} }),
    )
    await log.append(on('/order/A-1', { name: 'page_view', params: {} }))
    await log.append(on('/teapot', { name: 'view_item', params: { items: things('7') } }))
    await forgetIn(log, { items: ['22423'] }, context())
    await forgetIn(log, { orderId: 'A-1' }, context({ createId: () => 'g1' }))
    const text = await rawText(log)
    for (const trace of ['22423', 'cakestand', 'A-1']) expect(text).not.toContain(trace)
    expect((await log.read()).batches.flatMap(withIds).filter(({ name }) => name === 'page_view')).toHaveLength(4)
    expect(text).toContain('/teapot')
  })

  it('takes back the pages of one day and of no other, without a trace', async () => {
    const log = createLog()
    await log.append(batch(morning - 864e5, { name: 'page_view', params: {} }))
    await log.append(
      batch(morning, { name: 'page_view', params: {} }, { name: 'view_promotion', params: { promotion_id: 'cart-nudge' } }),
    )
    await forgetIn(log, { pagesOf: context().dayOf(morning) }, context())
    expect(
      (await log.read()).batches.flatMap(withIds).map(({ name, at }) => [name, at]),
    ).toEqual([['page_view', morning - 864e5], ['view_promotion', morning]])
  })

  it('is out of what is left of older events too, whose raw form is gone, and comes to the same profile', async () => {
    const drafts = fc.constantFrom<EventDraft>(
      { name: 'view_item', params: { items: things('22423') } }, { name: 'view_item', params: { items: things('7', '22423') } },
      { name: 'add_to_cart', params: { items: things('22423', '7') } }, { name: 'search', params: { search_term: 'secret' } },
      { name: 'purchase', params: { transaction_id: 'A-1', items: things('22423', '8') } },
      { name: 'purchase', params: { transaction_id: 'A-2', items: things('8') } },
    )
    const wishes = fc.constantFrom<[Forgettable, string]>(
      [{ items: ['22423'] }, 'Name of 22423'], [{ searchTerm: 'secret' }, 'secret'], [{ orderId: 'A-1' }, 'A-1'],
    )
    await fc.assert(fc.asyncProperty(fc.array(
      drafts, { minLength: 1, maxLength: 8 },
    ), fc.nat(8), wishes, async (tracked, cut, [wish, name]) => {
      const log = createLog()
      for (const [n, draft] of tracked.entries()) await log.append(batch(morning + n * minute, draft))
      await log.compact(foldEvents, emptyProfile(), morning, { batches: 1, events: cut, ageMs: Infinity, bytes: Infinity })
      const { base: before = emptyProfile() } = await log.read()
      await forgetIn(log, wish, context())
      const { base, batches } = await log.read()
      const isOrdered = Object.values(base?.items ?? {}).some(memory => memory.orders > 0)
      if (!isOrdered) expect(JSON.stringify(base ?? {})).not.toContain(name)
      // As if the wish had been folded over the base at its own time alone; but for the basket, which an order of nothing in it
      // does not close.
      const isBasket = /cart/i
      const plain = (profile: object): unknown =>
        Object.fromEntries(Object.entries(profile).filter(([name]) => !isBasket.test(name)))
      expect(plain(await fold(log))).toEqual(plain(foldEvents(before, batches.flatMap(withIds))))
    }), { numRuns: 25 })
  })

  it('is not brought back by a copy from before', async () => {
    const log = createLog()
    const looked = batch(morning, { name: 'view_item', params: { items: things('22423') } })
    await log.append(looked)
    await forgetIn(log, { items: ['22423'] }, context())
    await log.merge([looked])
    expect(await rawText(log)).not.toContain('22423')
    expect((await fold(log)).viewed).toEqual([])
  })

  it('holds although the clock was set back since', async () => {
    const log = createLog()
    await log.append(batch(morning, { name: 'search', params: { search_term: 'tea' } }))
    await forgetIn(log, { searchTerm: 'tea' }, context({ now: morning - 864e5 }))
    expect((await log.read()).batches.flatMap(withIds).map(event => event.at)).toEqual([morning])
    expect((await fold(log)).searches).toEqual([])
  })

  it('notes a conclusion called wrong, and takes that back', async () => {
    const log = createLog()
    await forgetIn(log, { guess: 'segment:lapsed' }, context())
    expect(Object.keys((await fold(log)).wrongGuesses ?? {})).toEqual(['segment:lapsed'])
    await forgetIn(log, { guess: 'segment:lapsed', undone: true }, context({ now: morning + 99 * minute, createId: () => 'g1' }))
    expect(Object.keys((await fold(log)).wrongGuesses ?? {})).toEqual([])
  })
})
