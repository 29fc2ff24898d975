import type { EventDraft } from '@shopside/engine'
import { loadTwice } from '../loadTwice.ts'
import { whenIdle } from '../page/whenIdle.ts'
import { compactionDue } from './compactionDue.ts'
import type { MirrorOptions } from './createMirror.ts'

/**
 * At idle, once a page (also one that only tracks), lets the log be folded together, by one tab: under a Web Lock where there are
 * any, else by the transaction alone. What was let go is said by an event of its own. Never rejects; resolves when it is done.
 *
 * @param settle the mirror's: what the browser has lost is back before anything is counted into the base
 */
export async function compactOnce(
  { environment: { window: page }, connection: { store }, name, now, isOver, warn }: MirrorOptions,
  settle: () => Promise<void>, say: (draft: EventDraft) => void,
): Promise<void> {
  const idle = (): Promise<void> => new Promise(done => whenIdle(page, done))

  async function compact(): Promise<void> {
    await settle()
    // A cheap look first: most pages need none of the files that do the work.
    if (!await compactionDue(store, now())) return
    const [{ compactLog, withRules }, { foldEvents, emptyProfile }] = await Promise.all([
      loadTwice(() => import('../lazy/upkeep.ts')), loadTwice(() => import('../lazy/folding.ts')),
    ])
    let [until, count] = [0, 0]
    for (let more = true; more;) {
      const gone = await withRules(foldEvents, fold => compactLog(store, fold, emptyProfile(), now()))
      until = Math.max(until, gone?.until ?? 0)
      count += gone?.count ?? 0
      more = gone?.more === true
      // A log that an old fault left very long is worked off in slices, each at idle.
      if (more) await idle()
    }
    if (count > 0) say({ name: 'compacted', params: { until, count } })
  }

  await idle()
  try {
    const { locks } = page.navigator as { locks?: LockManager | null }
    if (locks) await locks.request(name, { ifAvailable: true }, lock => (lock === null ? undefined : compact()))
    else await compact()
  } catch {
    // Once consent is gone, or the page, there is nothing to fold together.
    if (!isOver()) warn('compact-failed', 'The next page tries again.')
  }
}
