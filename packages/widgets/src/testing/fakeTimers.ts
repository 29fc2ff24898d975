import type { Timers } from '../timers.ts'

/** Timers that run when the test says so. */
export interface FakeTimers extends Timers {
  /** Moves on by `ms` and runs what became due, in order. */
  advance(ms: number): void
  /** Timers not yet run or called off. */
  pending(): number
}

/** Starts at 0 ms. */
export function createFakeTimers(): FakeTimers {
  let nowMs = 0
  let waiting: { dueMs: number; work: () => void }[] = []
  return {
    after(delayMs, work) {
      const entry = { dueMs: nowMs + delayMs, work }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter(other => other !== entry)
      }
    },
    advance(ms) {
      const endMs = nowMs + ms
      for (;;) {
        const next = waiting.filter(entry => entry.dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs)[0]
        if (!next) break
        waiting = waiting.filter(entry => entry !== next)
        nowMs = next.dueMs
        next.work()
      }
      nowMs = endMs
    },
    pending: () => waiting.length,
  }
}
