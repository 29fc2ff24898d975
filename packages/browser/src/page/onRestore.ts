/**
 * Runs when the page is looked at again: shown after hidden, or restored from the back-forward cache. @returns the unsubscribe
 */
export function onRestore(page: Window, run: () => void): () => void {
  const { document } = page
  function shown(): void {
    if (document.visibilityState === 'visible') run()
  }
  function restored(event: PageTransitionEvent): void {
    if (event.persisted) run()
  }
  document.addEventListener('visibilitychange', shown)
  page.addEventListener('pageshow', restored)
  return () => {
    document.removeEventListener('visibilitychange', shown)
    page.removeEventListener('pageshow', restored)
  }
}
