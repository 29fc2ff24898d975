/**
 * Tells whenever the element comes within 400 px of the viewport or leaves it (the distance at which widgets begin).
 * Where the browser cannot say, it is always near.
 *
 * @returns stops it
 */
export function watchNear(page: Window & typeof globalThis, element: Element, tell: (isNear: boolean) => void): () => void {
  if (typeof page.IntersectionObserver === 'undefined') {
    tell(true)
    return () => {}
  }
  const observer = new page.IntersectionObserver(entries => tell(entries.at(-1)!.isIntersecting), { rootMargin: '400px' })
  observer.observe(element)
  return () => observer.disconnect()
}
