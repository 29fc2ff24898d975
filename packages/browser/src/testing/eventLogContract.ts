import { emptyProfile, foldEvents, type EventDraft, type ShopEvent } from '@shopside/engine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Batch } from '../log/batch.ts'
import { withIds } from '../log/batch.ts'
import type { EventLog } from '../log/eventLog.ts'
import { batchKey } from '../log/batchKey.ts'

const start = Date.UTC(2011, 11, 10, 9)

/** A look at one item, `minute` minutes after nine. */
export function viewBatch(minute: number, tab: string, counter: number, itemId: string): Batch {
  const at = start + minute * 60_000
  const draft: EventDraft = { name: 'view_item', params: { items: [{ item_id: itemId }] } }
  return { key: batchKey(at, tab, counter), events: [{ ...draft, at }] }
}

function nameOf(event: ShopEvent): string | undefined {
  return event.name === 'view_item' ? event.params.items[0]?.item_id : undefined
}

/** What every log must do, whatever it is made of. `create` gives an empty one. */
export function eventLogContract(name: string, create: () => EventLog): void {
  const fold = (log: EventLog) => log.fold(foldEvents, emptyProfile())

  describe(`${name} as an event log`, () => {
    it('gives back what was appended, in key order', async () => {
      const log = create()
      await log.append(viewBatch(5, 'b', 1, 'second'))
      await log.append(viewBatch(1, 'a', 1, 'first'))
      const { batches } = await log.read()
      expect(batches.map(batch => batch.events[0]?.params)).toEqual(
        [{ items: [{ item_id: 'first' }] }, { items: [{ item_id: 'second' }] }],
      )
    })

    it('stores the same key once', async () => {
      const log = create()
      await log.append(viewBatch(1, 'a', 1, 'x'))
      await log.append(viewBatch(1, 'a', 1, 'x'))
      expect((await fold(log)).items['x']?.views).toBe(1)
    })

    it('gives the very same profile while nothing is new, and another one once something is', async () => {
      const log = create()
      await log.append(viewBatch(1, 'a', 1, 'x'))
      const first = await fold(log)
      const second = await fold(log)
      expect(await fold(log)).toBe(second)
      await log.append(viewBatch(2, 'a', 2, 'x'))
      expect(await fold(log)).not.toBe(first)
    })

    it('folds any interleaving of tabs, with folds in between, to the state of key order', async () => {
      await fc.assert(fc.asyncProperty(
        fc.array(fc.record({
          tab: fc.constantFrom('a', 'b', 'c'), minute: fc.integer({ min: 0, max: 90 }),
          item: fc.constantFrom('x', 'y', '__proto__'), foldAfter: fc.boolean(),
        }), { maxLength: 12 }),
        async steps => {
          const log = create()
          const counters = new Map<string, number>()
          const clocks = new Map<string, number>()
          const all: Batch[] = []
          for (const { tab, minute, item, foldAfter } of steps) {
            const counter = (counters.get(tab) ?? 0) + 1
            counters.set(tab, counter)
            // Within a tab, time never goes back.
            clocks.set(tab, Math.max(minute, clocks.get(tab) ?? 0))
            const batch = viewBatch(clocks.get(tab)!, tab, counter, item)
            all.push(batch)
            await log.append(batch)
            if (foldAfter) await fold(log)
          }
          const inOrder = all.sort((a, b) => (a.key < b.key ? -1 : 1)).flatMap(withIds)
          expect(await fold(log)).toEqual(foldEvents(emptyProfile(), inOrder))
        },
      ), { numRuns: 60 })
    })

    it('merges a copy into itself without counting anything twice', async () => {
      const log = create()
      await log.append(viewBatch(1, 'a', 1, 'x'))
      await fold(log)
      const { batches } = await log.read()
      expect(await log.merge(batches)).toBe(0)
      expect(await log.merge([viewBatch(0, 'z', 1, 'x')])).toBe(1)
      expect((await fold(log)).items['x']?.views).toBe(2)
    })

    it('takes raw events out, keeps the ids of the others, and no copy brings them back', async () => {
      const log = create()
      const two = viewBatch(1, 'a', 1, 'gone')
      await log.append({ ...two, events: [...two.events, ...viewBatch(1, 'a', 1, 'stays').events] })
      await log.append(viewBatch(2, 'a', 2, 'gone'))
      await fold(log)
      const copy = (await log.read()).batches
      const before = copy.flatMap(withIds).find(event => nameOf(event) === 'stays')
      expect(await log.purge(event => nameOf(event) === 'gone')).toBe(2)
      expect((await log.read()).batches.flatMap(withIds)).toEqual([before])
      expect((await fold(log)).viewed).toEqual(['stays'])
      expect(await log.merge(copy)).toBe(0)
      expect(await log.purge(event => nameOf(event) === 'gone')).toBe(0)
    })

    it('keeps notes beside the events', async () => {
      const log = create()
      await log.append(viewBatch(1, 'a', 1, 'x'))
      await log.setNote('T-1', { here: true })
      expect(await log.getNote('T-1')).toEqual({ here: true })
      expect(await log.getNote('T-2')).toBeUndefined()
      expect((await fold(log)).viewed).toEqual(['x'])
    })
  })
}
