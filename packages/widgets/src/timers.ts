/** The timers an element uses; tests give their own (`element.timers = fake`). */
export interface Timers {
  /** Runs `work` once after `delayMs`; the returned function calls it off. */
  after(delayMs: number, work: () => void): () => void
}

/** The page's own timers. */
export const pageTimers: Timers = {
  after(delayMs, work) {
    const id = setTimeout(work, delayMs)
    return () => clearTimeout(id)
  },
}
