import type { EventDraft } from '@shopside/engine'
import type { EventLog } from './log/eventLog.ts'
import type { Folding } from './liveProfile.ts'

/**
 * Lets the log be folded together once, by one tab: under a Web Lock where there are any, else by the transaction alone.
 * What was let go is said by an event of its own.
 */
export async function compactOnce(
  page: Window, lockName: string, reading: () => Promise<EventLog | undefined>, loadFolding: () => Promise<Folding>, now: () => number,
  say: (draft: EventDraft) => void,
): Promise<void> {
  async function compact(): Promise<void> {
    const log = await reading()
    const { foldEvents, emptyProfile } = await loadFolding()
    const gone = await log?.compact(foldEvents, emptyProfile(), now())
    if (gone !== undefined) say({ name: 'compacted', params: gone })
  }
  const { locks } = page.navigator as { locks?: LockManager }
  if (locks === undefined) return compact()
  await locks.request(lockName, { ifAvailable: true }, lock => (lock === null ? undefined : compact()))
}
