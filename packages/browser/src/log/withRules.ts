import { rulesNeeded } from '@shopside/engine'
import { loadTwice } from '../loadTwice.ts'
import type { FoldEvents } from './eventLog.ts'

/**
 * Does something that folds. Where the log turns out to count for rules, which few shops have, what counts them is fetched and it is done
 * once more: the first try has changed nothing, its transaction was undone.
 */
export async function withRules<Result>(plain: FoldEvents, run: (fold: FoldEvents) => Promise<Result>): Promise<Result> {
  try {
    return await run(plain)
  } catch (error) {
    if ((error as Error | undefined)?.message !== rulesNeeded) throw error
    return run((await loadTwice(() => import('../lazy/counting.ts'))).foldEvents)
  }
}
