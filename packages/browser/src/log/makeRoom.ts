import { loadTwice } from '../loadTwice.ts'
import type { Batch } from './batch.ts'
import { halfCaps } from './caps.ts'
import type { EventLog } from './eventLog.ts'
import { nameOf } from './useStore.ts'
import { withRules } from './withRules.ts'

/** Once a page and log: a disk that others fill does not get emptier by our deleting. */
const halved = new WeakMap<EventLog, Promise<unknown>>()

/**
 * After an append failed because storage is full: lets go of raw events beyond half the caps (they stay counted in the base) and
 * tries once more.
 *
 * @returns true when the batch is stored after all
 */
export async function makeRoom(error: unknown, log: EventLog, batch: Batch, now: number): Promise<boolean> {
  if (nameOf(error) !== 'QuotaExceededError') return false
  try {
    if (!halved.has(log)) halved.set(log, halve(log, now))
    await halved.get(log)
    await log.append(batch)
    return true
  } catch {
    // Still full: memory from here on.
    return false
  }
}

async function halve(log: EventLog, now: number): Promise<void> {
  const { foldEvents, emptyProfile } = await loadTwice(() => import('../lazy/folding.ts'))
  await withRules(foldEvents, fold => log.compact(fold, emptyProfile(), now, halfCaps))
}
