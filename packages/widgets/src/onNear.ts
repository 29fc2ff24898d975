/**
 * Calls `near` once, when the element is within 400 px of the viewport (`DESIGN` 8: nothing is paid for below the fold).
 * Without IntersectionObserver it is called at once.
 *
 * @returns calls it off
 */
export function onNear(element: Element, near: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    near()
    return () => {}
  }
  const observer = new IntersectionObserver(entries => {
    if (!entries.some(entry => entry.isIntersecting)) return
    observer.disconnect()
    near()
  }, { rootMargin: '400px' })
  observer.observe(element)
  return () => observer.disconnect()
}
