import type { EventLog } from './eventLog.ts'
import { createMemoryLog } from './memoryLog.ts'

/**
 * The log of a page whose browser does not store (any more): this page's memory, with what the database still tells. One that
 * another tab holds is not asked: it would not answer.
 *
 * @param reason a code; the warning is `storage-<reason>`
 */
export async function fallBack(
  reason: string, log: EventLog | undefined, warn: (code: string, remedy: string) => void,
): Promise<EventLog> {
  warn(`storage-${reason}`, 'This browser does not let the page store. Everything works until the page is closed.')
  return createMemoryLog(reason === 'TimeoutError' ? undefined : await log?.read().catch(() => undefined))
}

/** The database opened after all: what the page holds in memory goes there. Never rejects. */
export async function comeBack(memory: Promise<EventLog>, opened: Promise<EventLog>): Promise<void> {
  try {
    const { batches } = await (await memory).read()
    await (await opened).merge(batches)
  } catch {
    // It closed again: what was in memory was never said to be stored.
  }
}
