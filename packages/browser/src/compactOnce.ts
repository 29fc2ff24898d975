import type { EventDraft } from '@shopside/engine'
import type { EventLog } from './log/eventLog.ts'
import type { Folding } from './liveProfile.ts'
import { whenIdle } from './page/whenIdle.ts'

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
    let [until, count] = [0, 0]
    for (let more = true; more;) {
      const gone = await log?.compact(foldEvents, emptyProfile(), now())
      until = Math.max(until, gone?.until ?? 0)
      count += gone?.count ?? 0
      more = gone?.more === true
      // A log that an old fault left very long is worked off in slices, each at idle.
      if (more) await new Promise<void>(done => whenIdle(page, done))
    }
    if (count > 0) say({ name: 'compacted', params: { until, count } })
  }
  const { locks } = page.navigator as { locks?: LockManager | null }
  if (!locks) return compact()
  await locks.request(lockName, { ifAvailable: true }, lock => (lock === null ? undefined : compact()))
}
