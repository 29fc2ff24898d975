/**
 * Runs when the shopper comes back to the page: from another tab, where the basket may have changed, or by the back button.
 *
 * @returns stops
 */
export function onReturn(page: Window, run: () => void): () => void {
  const { document } = page
  const onVisible = (): void => {
    if (document.visibilityState === 'visible') run()
  }
  const onShow = (event: PageTransitionEvent): void => {
    if (event.persisted) run()
  }
  document.addEventListener('visibilitychange', onVisible)
  page.addEventListener('pageshow', onShow)
  return () => {
    document.removeEventListener('visibilitychange', onVisible)
    page.removeEventListener('pageshow', onShow)
  }
}
