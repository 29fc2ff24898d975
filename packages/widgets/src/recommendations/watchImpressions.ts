import type { Timers } from '../timers.ts'

/** Half a card for one second is an impression (GA4 and MRC viewability use the same pair). */
const visibleShare = 0.5
const visibleForMs = 1000

/**
 * Reports cards that were seen: half of each visible for one second, each once, those of one moment together.
 *
 * @param cards elements with `data-index`
 * @param seen gets indices in ascending order, at least one
 * @returns stops watching; what was not yet seen is not reported
 */
export function watchImpressions(cards: Iterable<HTMLElement>, timers: Timers, seen: (indices: number[]) => void): () => void {
  if (typeof IntersectionObserver === 'undefined') return () => {}
  /** Cards in view, and how to call off their second. */
  const waiting = new Map<Element, () => void>()
  let due: number[] = []
  let callOffReport = (): void => {}

  const report = (): void => {
    const indices = due.sort((a, b) => a - b)
    due = []
    if (indices.length > 0) seen(indices)
  }
  const lookAgain = (card: HTMLElement): void => {
    waiting.set(card, timers.after(visibleForMs, () => {
      // A page in the background is not looked at: its second begins anew.
      if (document.visibilityState === 'hidden') return lookAgain(card)
      waiting.delete(card)
      observer.unobserve(card)
      if (due.length === 0) callOffReport = timers.after(0, report)
      due.push(Number(card.dataset['index']))
    }))
  }
  const observer = new IntersectionObserver(entries => {
    for (const { target, intersectionRatio } of entries) {
      const isSeen = intersectionRatio >= visibleShare
      if (isSeen === waiting.has(target)) continue
      if (isSeen) {
        lookAgain(target as HTMLElement)
      } else {
        waiting.get(target)?.()
        waiting.delete(target)
      }
    }
  }, { threshold: visibleShare })
  for (const card of cards) observer.observe(card)
  return () => {
    observer.disconnect()
    callOffReport()
    for (const callOff of waiting.values()) callOff()
  }
}
