import type { Timers } from '../timers.ts'
import { pageAllows } from './pageAllows.ts'

/** So long after arriving, scrolling or typing the page is left alone (`reference/widgets.md`, cart nudge). */
export const calmAfterMs = 2000

/**
 * Calls `calm` once, when the shopper has neither scrolled nor typed for two seconds and nothing else asks for attention.
 *
 * @param signal ends the waiting
 */
export function whenCalm(timers: Timers, signal: AbortSignal, calm: () => void): void {
  const done = new AbortController()
  let callOff = (): void => {}
  const stop = (): void => {
    callOff()
    done.abort()
  }
  const wait = (): void => {
    callOff()
    callOff = timers.after(calmAfterMs, () => {
      if (!pageAllows() || document.visibilityState === 'hidden') return wait()
      stop()
      calm()
    })
  }
  signal.addEventListener('abort', stop)
  const options = { capture: true, passive: true, signal: done.signal }
  for (const type of ['scroll', 'keydown', 'input', 'wheel', 'touchmove']) addEventListener(type, wait, options)
  wait()
}
