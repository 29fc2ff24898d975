/**
 * How long after an input somebody is taken to be still there. Between the 5 s that newsrooms count for each input, too short for
 * a product that is read without moving, and the 60 s below which the Idle Detection API lets nobody call a person idle.
 */
export const inputLastsMs = 30_000

/** Most that one page's stay counts: a page left open under a paperweight is not looked at for an hour. */
export const longestStayMs: number = 10 * 60_000

const inputs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove', 'scroll'] as const

/** Active time on one page: it is visible, and there was an input within the last 30 s. */
export interface Dwell {
  /** Milliseconds since the last call, at most ten minutes in all calls of a route. */
  take(): number
  /** A new route: the count begins anew. */
  restart(): void
  dispose(): void
}

/**
 * Counts without timers: each input is worth the time since the last one, at most 30 s. No input is looked at but for its time.
 */
export function createDwell(page: Window & typeof globalThis): Dwell {
  const { document } = page
  let activeMs = 0
  let takenMs = 0
  /** Time stamp of the last input; undefined while the page is hidden. By events alone: the page's own clock may be anything. */
  let lastAt = isVisible() ? timeNow() : undefined

  function isVisible(): boolean {
    return document.visibilityState === 'visible'
  }

  function timeNow(): number {
    return new page.Event('now').timeStamp
  }

  function count(at: number): void {
    if (lastAt !== undefined) activeMs += Math.min(Math.max(0, at - lastAt), inputLastsMs)
    lastAt = at
  }

  function onInput({ timeStamp }: Event): void {
    if (isVisible()) count(timeStamp)
  }

  function onVisibility({ timeStamp }: Event): void {
    if (isVisible()) lastAt = timeStamp
    else {
      count(timeStamp)
      lastAt = undefined
    }
  }

  for (const input of inputs) document.addEventListener(input, onInput, { passive: true, capture: true })
  document.addEventListener('visibilitychange', onVisibility, { capture: true })

  return {
    take() {
      if (lastAt !== undefined) count(timeNow())
      const ms = Math.min(activeMs, longestStayMs - takenMs)
      activeMs = 0
      takenMs += ms
      return Math.round(ms)
    },
    restart() {
      activeMs = takenMs = 0
      if (lastAt !== undefined) lastAt = timeNow()
    },
    dispose() {
      for (const input of inputs) document.removeEventListener(input, onInput, { capture: true })
      document.removeEventListener('visibilitychange', onVisibility, { capture: true })
    },
  }
}
