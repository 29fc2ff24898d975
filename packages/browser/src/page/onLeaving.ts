/**
 * Runs when the page is hidden or left, before anybody who listens later or further out; and when it is shown.
 *
 * @returns stops
 */
export function onLeaving(page: Window, left: () => void, shown: () => void): () => void {
  const { document } = page
  const changed = (): void => (document.visibilityState === 'hidden' ? left() : shown())
  // Capturing, so that what is said here is still among what the log saves last.
  const early = { capture: true }
  document.addEventListener('visibilitychange', changed, early)
  page.addEventListener('pagehide', left, early)
  return () => {
    document.removeEventListener('visibilitychange', changed, early)
    page.removeEventListener('pagehide', left, early)
  }
}
