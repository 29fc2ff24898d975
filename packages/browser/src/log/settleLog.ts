import type { UseStore } from 'idb-keyval'
import { finishErase } from './finishErase.ts'
import { openMirrorCache } from './mirrorCache.ts'
import { readMirror } from './readMirror.ts'
import { restoreLog } from './restoreLog.ts'

export interface SettleOptions {
  store: UseStore
  /** undefined: the browser has no Cache API, so there is nothing to bring back. */
  caches: CacheStorage | undefined
  name: string
  origin: string
  now: number
  newEpoch: string
  /** An erase was cut short: it is ended, and nothing comes back. */
  isErasing: boolean
  /** The log has a name, and its mirror another: what the mirror holds is put in. */
  isStrange?: boolean
  /** Asked last: consent may have gone. */
  mayStore: () => boolean
}

/**
 * Gives a log that has none its name, and back to it what its mirror holds.
 *
 * @returns how many batches came back, and whether there was a mirror
 */
export async function settleLog(options: SettleOptions): Promise<{ back: number; isMirrored: boolean }> {
  const { store, caches, name, origin, isErasing } = options
  if (isErasing) await finishErase(store, caches!, name, origin, options.now)
  const mirrored = caches === undefined || isErasing ? undefined : await readMirror(await openMirrorCache(caches, name, origin))
  const back = options.mayStore() ? await restoreLog(store, mirrored, options.newEpoch, options.isStrange) : 0
  return { back, isMirrored: mirrored !== undefined }
}
