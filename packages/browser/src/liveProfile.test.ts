import { emptyProfile, foldEvents } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import { signal } from '@preact/signals-core'
import type { Profile } from '@shopside/engine'
import { createLiveProfile as create } from './liveProfile.ts'
import type { EventLog } from './log/eventLog.ts'
import { createMemoryLog } from './log/memoryLog.ts'
import { viewBatch } from './testing/eventLogContract.ts'

/** The signal and what keeps it. */
function createLiveProfile(
  reading: () => Promise<EventLog | undefined>, loadFolding: typeof folding, failed: (error: unknown) => void,
) {
  const profile = signal<Profile | undefined>(undefined)
  return { profile, ...create(profile, reading, loadFolding, failed) }
}

const folding = async () => ({ foldEvents, emptyProfile })

describe('createLiveProfile', () => {
  it('reads nothing until somebody asks', async () => {
    let reads = 0
    const live = createLiveProfile(async () => { reads++; return createMemoryLog() }, folding, () => {})
    expect(await live.refresh()).toBe(false)
    expect(reads).toBe(0)
    await live.settle()
    expect(reads).toBeGreaterThan(0)
    expect(live.profile.value).toEqual(emptyProfile())
  })

  it('has everything that the log held when it was asked, however many ask at once', async () => {
    const log = createMemoryLog()
    const live = createLiveProfile(async () => log, folding, () => {})
    const first = live.settle()
    await log.append(viewBatch(1, 'a', 1, 'x'))
    await Promise.all([first, live.settle()])
    expect(live.profile.value?.viewed).toEqual(['x'])
  })

  it('forgets at a reset what a fold brings that began before it', async () => {
    const log = createMemoryLog()
    await log.append(viewBatch(1, 'a', 1, 'x'))
    const live = createLiveProfile(async () => log, folding, () => {})
    const settling = live.settle()
    live.reset()
    await settling
    expect(live.profile.value).toBeUndefined()
  })

  it('keeps what it knew when a fold fails, and tells', async () => {
    const log = createMemoryLog()
    const errors: unknown[] = []
    let broken = false
    const live = createLiveProfile(
      async () => { if (broken) throw new Error('dead'); return log }, folding, error => errors.push(error),
    )
    await live.settle()
    broken = true
    await live.settle()
    expect(live.profile.value).toEqual(emptyProfile())
    expect(errors).toHaveLength(1)
  })
})
