import fc from 'fast-check'
import { emptyProfile, foldEvents, type EventDraft } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import type { ConsentState } from '../client.ts'
import type { Batch } from '../log/batch.ts'
import { batchKey } from '../log/batchKey.ts'
import type { EventLog } from '../log/eventLog.ts'
import { forgotten } from '../log/forgotten.ts'
import { createMemoryLog } from '../log/memoryLog.ts'
import { exportLog } from './exportLog.ts'
import { importLog } from './importLog.ts'
import { previewCopy } from './previewCopy.ts'

const day = 86_400_000
const morning = Date.UTC(2011, 11, 10, 9)
const page = 'https://shop.example/your-data'
const consent: ConsentState = {
  personalize: 'granted', analytics: 'denied', connectors: 'denied', source: 'shopper', at: morning, version: '2',
}
const view = (...ids: string[]): EventDraft => ({ name: 'view_item', params: { items: ids.map(item_id => ({ item_id })) } })
const purchase = (id: string): EventDraft => (
  { name: 'purchase', params: { transaction_id: id, items: [{ item_id: 'a', quantity: 2 }], currency: 'GBP', value: 4 } }
)
const batch = (at: number, tab: string, counter: number, ...drafts: EventDraft[]): Batch =>
  ({ key: batchKey(at, tab, counter), events: drafts.map(draft => ({ ...draft, at })) })

async function logOf(...batches: Batch[]) {
  const log = createMemoryLog()
  for (const each of batches) await log.append(each)
  return log
}
const fold = (log: ReturnType<typeof createMemoryLog>) => log.fold(foldEvents, emptyProfile())
const two = [
  batch(morning, 'a', 1, view('x', 'y'), { name: 'search', params: { search_term: 'tea' } }),
  batch(morning + day, 'a', 2, purchase('1')),
]

describe('a copy', () => {
  it('has its fields in one order, with the consent it was kept under', async () => {
    const copy = await exportLog(await logOf(...two), 'shopside', morning, consent)
    expect(Object.keys(copy)).toEqual(['format', 'version', 'shop', 'exportedAt', 'consent', 'profile', 'events'])
    expect(copy.consent).toEqual(consent)
    expect(JSON.stringify(await exportLog(await logOf(...two), 'shopside', morning, consent))).toBe(JSON.stringify(copy))
  })

  it('tells what it holds before it is taken, and how much of it is here', async () => {
    const copy: unknown = JSON.parse(JSON.stringify(await exportLog(await logOf(...two), 'shopside', morning + 2 * day, consent)))
    const fresh = await previewCopy(createMemoryLog(), copy, 'shopside', page)
    expect(fresh).toEqual({
      events: 3, known: 0, forgotten: 0, views: 2, orders: 1, baskets: 0, searches: 1, firstAt: morning, lastAt: morning + day,
      savedAt: morning + 2 * day, hasSummaries: false,
    })
    expect(await previewCopy(await logOf(two[0]!), copy, 'shopside', page)).toMatchObject({ known: 2, forgotten: 0 })
    const basket = (at: number, n: number): Batch => batch(at, 'b', n, { name: 'view_cart', params: { items: [{ item_id: 'x' }] } })
    for (const [at, baskets] of [[morning + 1, 0], [morning + day + 1, 1]] as const) {
      const filled = JSON.parse(JSON.stringify(await exportLog(await logOf(...two, basket(at, 1)), 'shopside', morning, consent))) as unknown
      expect(await previewCopy(createMemoryLog(), filled, 'shopside', page)).toMatchObject({ orders: 1, baskets })
    }
  })

  it('tells what of it was taken back here, and does not bring that again', async () => {
    const log = await logOf(...two)
    const copy: unknown = JSON.parse(JSON.stringify(await exportLog(log, 'shopside', morning + 2 * day, consent)))
    await log.purge(event => event.name === 'search')
    expect(await previewCopy(log, copy, 'shopside', page)).toMatchObject({ events: 3, known: 2, forgotten: 1 })
    expect((await importLog(log, copy, 'shopside', page)).added).toBe(0)
  })

  it('gives every event the id that it had, beside the holes of what was taken out', async () => {
    const log = await logOf(
      batch(morning, 'a', 1, view('w'), view('x'), { name: 'search', params: { search_term: 'tea' } }, view('y')), two[1]!,
    )
    await log.purge(event => event.name === 'search' || (event.name === 'view_item' && event.params.items[0]?.item_id === 'w'))
    const copy = JSON.parse(JSON.stringify(await exportLog(log, 'shopside', morning, consent))) as { events: { id: string }[] }
    const other = createMemoryLog()
    await importLog(other, copy, 'shopside', page)
    expect(
      (await other.read()).batches[0]?.events.map(event => event?.name),
    ).toEqual([undefined, 'view_item', undefined, 'view_item'])
    const again = await exportLog(other, 'shopside', morning, consent)
    expect((again.events as { id: string }[]).map(({ id }) => id)).toEqual(copy.events.map(({ id }) => id))
  })

  it('gives the same profile in another browser, and adds nothing the second time', async () => {
    const anyDraft = fc.constantFrom(
      view('x'), view('y', 'x'), purchase('1'), purchase('2'), { name: 'search', params: { search_term: 'tea' } } as EventDraft,
    )
    await fc.assert(fc.asyncProperty(fc.array(
      fc.array(anyDraft, { minLength: 1, maxLength: 4 }), { maxLength: 8 },
    ), async tasks => {
      const log = await logOf(...tasks.map((drafts, n) => batch(morning + n * 1000, 'a', n + 1, ...drafts)))
      await log.purge(event => event.name === 'search')
      const copy: unknown = JSON.parse(JSON.stringify(await exportLog(log, 'shopside', morning, consent)))
      const other = createMemoryLog()
      await importLog(other, copy, 'shopside', page)
      expect(JSON.stringify(await fold(other))).toBe(JSON.stringify(await fold(log)))
      expect((await importLog(other, copy, 'shopside', page)).added).toBe(0)
    }))
  })

  it('brings its older orders along, whose events are gone, hidden ones hidden, once for all copies', async () => {
    const older = foldEvents(emptyProfile(), [
      { id: '1', at: morning - 200 * day, ...purchase('old') }, { id: '2', at: morning - 199 * day, ...purchase('gift') },
      { id: '3', at: morning - 198 * day, name: 'hide_order', params: { transaction_id: 'gift' } },
    ] as Parameters<typeof foldEvents>[1] extends Iterable<infer Event> ? Event[] : never)
    const copy: unknown = JSON.parse(
      JSON.stringify(await exportLog(createMemoryLog({ base: older, batches: two }), 'shopside', morning, consent)),
    )
    const log = createMemoryLog()
    const preview = await previewCopy(log, copy, 'shopside', page)
    expect(preview).toMatchObject({ orders: 3, hasSummaries: true })
    await importLog(log, copy, 'shopside', page)
    expect((await importLog(log, copy, 'shopside', page)).added).toBe(0)
    const { orders, orderedUnits } = await fold(log)
    expect(orders.map(({ id, hidden }) => [id, hidden])).toEqual([['old', undefined], ['gift', true], ['1', undefined]])
    expect(orderedUnits).toBe(6)
  })

  it.each([
    ['nothing', undefined, 'not-a-copy'],
    ['a text', 'shopside-export', 'not-a-copy'],
    ['another file', { format: 'other' }, 'not-a-copy'],
    ['a newer version', { format: 'shopside-export', version: 2, shop: 'shopside', events: [] }, 'newer'],
    ['a version that is none', { format: 'shopside-export', version: '1', shop: 'shopside', events: [] }, 'not-a-copy'],
    ['another shop', { format: 'shopside-export', version: 1, shop: 'other', events: [] }, 'foreign'],
    ['no list', { format: 'shopside-export', version: 1, shop: 'shopside', events: {} }, 'not-a-copy'],
    [
      'too long a list', { format: 'shopside-export', version: 1, shop: 'shopside', events: Array.from({ length: 10_001 }) },
      'too-long',
    ],
    [
      'no event that is one',
      { format: 'shopside-export', version: 1, shop: 'shopside', events: [null, 1, { id: 'x' }, { id: '__proto__', at: 1 }] },
      'empty',
    ],
    [
      'a format it inherited', Object.create({ format: 'shopside-export', version: 1, shop: 'shopside', events: [] }) as object,
      'not-a-copy',
    ],
  ])('is refused when it is %s', async (_, file, refused) => {
    expect((await previewCopy(createMemoryLog(), file, 'shopside', page)).refused).toBe(refused)
    expect(
      await importLog(createMemoryLog(), file, 'shopside', page),
    ).toMatchObject({ added: 0, reason: expect.any(String) as string })
  })

  it('is only looked at while nothing may be remembered', async () => {
    const copy = await exportLog(await logOf(...two), 'shopside', morning, consent)
    expect((await previewCopy(undefined, copy, 'shopside', page)).refused).toBe('not-allowed')
    expect((await previewCopy(undefined, {}, 'shopside', page)).refused).toBe('not-a-copy')
  })

  it('is empty, and loads nothing, when all is withdrawn while it is taken or loaded; another failure is told', async () => {
    const copy = await exportLog(await logOf(...two), 'shopside', morning, consent)
    const failing = (error: Error): EventLog => {
      const fails = () => Promise.reject(error)
      return { ...createMemoryLog(), read: fails, merge: fails }
    }
    expect((await exportLog(failing(forgotten()), 'shopside', morning, consent)).events).toEqual([])
    expect(await importLog(failing(forgotten()), copy, 'shopside', page))
      .toEqual({ added: 0, skipped: 0, reason: 'This browser may not remember anything. Allow it first.' })
    const full = new DOMException('no room', 'QuotaExceededError')
    await expect(exportLog(failing(full), 'shopside', morning, consent)).rejects.toBe(full)
    await expect(importLog(failing(full), copy, 'shopside', page)).rejects.toBe(full)
  })

  it('may be any junk at all: nothing throws, and what comes in is clean', async () => {
    await fc.assert(fc.asyncProperty(fc.anything(), fc.array(fc.anything()), fc.anything(), async (file, events, profile) => {
      for (const each of [file, { format: 'shopside-export', version: 1, shop: 'shopside', exportedAt: file, events, profile }]) {
        const log = createMemoryLog()
        await previewCopy(log, each, 'shopside', page)
        await importLog(log, each, 'shopside', page)
        await fold(log)
      }
    }))
  })
})
