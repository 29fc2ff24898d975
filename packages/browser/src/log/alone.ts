import type { Environment } from '../environment.ts'

/**
 * Runs while no other tab runs anything under the same name; at once where the browser has no Web Locks.
 *
 * @param waitMs longest wait for the others: a frozen tab may hold a lock for ever
 * @throws AbortError when the wait was too long and nothing was run; whatever `run` throws
 */
export async function alone<T>(
  { window: page, setTimer }: Environment, lock: string, waitMs: number, run: () => Promise<T>,
): Promise<T> {
  const { locks } = page.navigator as { locks?: LockManager | null }
  if (!locks) return run()
  const waiting = new AbortController()
  let hasBegun = false
  setTimer(() => { if (!hasBegun) waiting.abort() }, waitMs)
  return await locks.request(lock, { signal: waiting.signal }, () => {
    hasBegun = true
    return run()
  })
}
