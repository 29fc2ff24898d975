/**
 * Milliseconds from one look to the next: about ten seconds in all, ever rarer. Tag managers and consent tools are mostly there
 * within a second of `load`; past ten the page has none.
 */
const gapsMs = [250, 500, 1000, 2000, 3000, 3500]

/**
 * Looks for something that another script of the page may bring late: now, at DOMContentLoaded, at load, and a few times after
 * while the page is visible. (A page in the background waits: what it lacks is of no use to anybody yet.)
 *
 * @param look true ends the looking
 * @returns stops
 */
export function lookAgain(page: Window & typeof globalThis, look: () => boolean): () => void {
  const { document } = page
  let stopped = false
  let gap = 0
  let timer: number | undefined

  function stop(): void {
    stopped = true
    page.clearTimeout(timer)
    document.removeEventListener('DOMContentLoaded', lookNow)
    document.removeEventListener('visibilitychange', wait)
    page.removeEventListener('load', lookNow)
  }

  function lookNow(): void {
    if (!stopped && look()) stop()
  }

  function wait(): void {
    page.clearTimeout(timer)
    if (stopped || document.visibilityState !== 'visible') return
    const gapMs = gapsMs[gap]
    if (gapMs === undefined) return document.readyState === 'complete' ? stop() : undefined
    timer = page.setTimeout(() => {
      gap++
      lookNow()
      wait()
    }, gapMs)
  }

  document.addEventListener('DOMContentLoaded', lookNow)
  document.addEventListener('visibilitychange', wait)
  page.addEventListener('load', lookNow)
  lookNow()
  wait()
  return stop
}
