import type { OrderNote } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import type { EventLog } from '../log/eventLog.ts'
import { createMemoryLog } from '../log/memoryLog.ts'
import { createOrderMemory } from './orderMemory.ts'
import { forgetOrder, listed } from './orderNotes.ts'

const origin = { base: 'https://shop.example/' }
const note: OrderNote = { status: { order_id: 'A1', shipments: [] }, at: 1, poll: { triedAt: 1, failures: 0, nextAt: 2 } }
const steps = { at: 1, before: [], last: [] }
const memoryOf = (log: EventLog | undefined) => createOrderMemory(async () => log, origin)

describe('what is kept of orders', () => {
  it('is read back by every tab of the log', async () => {
    const log = createMemoryLog()
    await memoryOf(log).setNote('A1', note)
    await memoryOf(log).setSeen('A1', steps)
    expect(await memoryOf(log).note('A1')).toEqual(note)
    expect(await memoryOf(log).seen('A1')).toEqual(steps)
    expect(await memoryOf(log).note('B2')).toBeUndefined()
  })

  it('is nothing while nothing may be remembered, and storage that fails is no error', async () => {
    await memoryOf(undefined).setNote('A1', note)
    expect(await memoryOf(undefined).note('A1')).toBeUndefined()
    const dead = createOrderMemory(() => Promise.reject(new Error('dead')), origin)
    await dead.setNote('A1', note)
    expect(await dead.note('A1')).toBeUndefined()
  })

  it('is of the fifty orders asked about last', async () => {
    const log = createMemoryLog()
    const memory = memoryOf(log)
    for (let number = 0; number < 55; number++) {
      await memory.setNote(`A${number}`, note)
      await memory.setSeen(`A${number}`, steps)
    }
    expect(await listed(log)).toHaveLength(50)
    expect([await memory.note('A4'), await memory.seen('A4')]).toEqual([undefined, undefined])
    expect(await memory.note('A5')).toBeDefined()
  })

  it('goes with an order that is forgotten, and leaves the others', async () => {
    const log = createMemoryLog()
    const memory = memoryOf(log)
    for (const id of ['A1', 'B2']) {
      await memory.setNote(id, { ...note, status: { order_id: id, shipments: [] } })
      await memory.setSeen(id, steps)
    }
    await forgetOrder(log, 'A1')
    expect([await memory.note('A1'), await memory.seen('A1')]).toEqual([undefined, undefined])
    expect(await memory.note('B2')).toBeDefined()
    expect(await listed(log)).toEqual(['B2'])
  })
})
