/** Hears when the page is hidden, looked at again, or frozen. @returns the unsubscribe */
export function onPageLife(
  { document }: Window, { hidden, visible, frozen }: Record<'hidden' | 'visible' | 'frozen', () => void>,
): () => void {
  const changed = (): void => (document.visibilityState === 'visible' ? visible() : hidden())
  document.addEventListener('visibilitychange', changed)
  document.addEventListener('freeze', frozen)
  return () => {
    document.removeEventListener('visibilitychange', changed)
    document.removeEventListener('freeze', frozen)
  }
}
