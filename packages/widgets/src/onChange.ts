/** The part of a signal that is needed to follow it (all signals of `@preact/signals-core` have it). */
export interface Followed {
  subscribe(listener: () => void): () => void
}

/**
 * Calls `listener` whenever one of the client's signals changes, not for the values they have now.
 *
 * @returns the unsubscribe
 */
export function onChange(signals: readonly Followed[], listener: () => void): () => void {
  let isFirst = true
  const undo = signals.map(signal => signal.subscribe(() => {
    if (!isFirst) listener()
  }))
  isFirst = false
  return () => {
    for (const stop of undo) stop()
  }
}
