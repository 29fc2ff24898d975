import { describe, expect, it } from 'vitest'
import type { Batch } from './batch.ts'
import { readBatchKey } from './logKey.ts'
import { createWriter } from './writer.ts'

const look = { name: 'page_view', params: {} } as const

describe('createWriter', () => {
  it('puts all events of one task into one batch, and those of the next into another', async () => {
    const batches: Batch[] = []
    const writer = createWriter(
      'tab', () => 1000, () => '/a', async batch => { batches.push(batch); return { level: 'written' } },
    )
    const first = writer.add(look)
    expect(writer.add(look)).toBe(first)
    expect(await first).toEqual({ level: 'written' })
    await writer.add(look)
    expect(batches.map(batch => batch.events.length)).toEqual([2, 1])
    expect(batches.map(batch => readBatchKey(batch.key)?.counter)).toEqual([1, 2])
  })

  it('never lets time go back within a tab, so that keys sort as things happened', async () => {
    const times = [5000, 2000, 9000]
    const batches: Batch[] = []
    const writer = createWriter(
      'tab', () => times.shift()!, () => '/', async batch => { batches.push(batch); return { level: 'written' } },
    )
    for (let i = 0; i < 3; i++) await writer.add(look)
    expect(batches.map(batch => batch.events[0]!.at)).toEqual([5000, 5000, 9000])
    const keys = batches.map(batch => batch.key)
    expect([...keys].sort()).toEqual(keys)
  })

  it('keeps the time it had where the page\'s clock gives no number, so that every key is one', async () => {
    const times = [5000, Number.NaN, 6000]
    const batches: Batch[] = []
    const writer = createWriter(
      'tab', () => times.shift()!, () => '/', async batch => { batches.push(batch); return { level: 'written' } },
    )
    for (let i = 0; i < 3; i++) await writer.add(look)
    expect(batches.map(batch => readBatchKey(batch.key)?.at)).toEqual([5000, 5000, 6000])
  })

  it('answers "memory" when the log fails, and never rejects', async () => {
    const writer = createWriter('tab', () => 0, () => '/', () => Promise.reject(new DOMException('', 'QuotaExceededError')))
    expect(await writer.add(look)).toEqual({ level: 'memory', reason: 'QuotaExceededError' })
  })
})
