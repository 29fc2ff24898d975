/** Marks an element that has nothing to show and may give up its reserved height. The base stylesheet hides it. */
export const collapsedAttribute = 'data-collapsed'

/**
 * Takes an empty element out of the layout as soon as nobody can see the jump:
 * at once below the viewport; above it only where the browser anchors the scroll position (Safari does not).
 *
 * @returns calls it off and gives the box back
 */
export function collapseOffScreen(element: Element): () => void {
  if (typeof IntersectionObserver === 'undefined') return () => {}
  const anchors = CSS.supports('overflow-anchor', 'auto')
  const observer = new IntersectionObserver(entries => {
    if (entries.at(-1)?.isIntersecting !== false) return
    // Looked at again: between the observation and this call the page may have been scrolled.
    const { top, bottom } = element.getBoundingClientRect()
    const isAbove = bottom <= 0
    if (isAbove ? !anchors : top < innerHeight) return
    observer.disconnect()
    element.setAttribute(collapsedAttribute, '')
  })
  observer.observe(element)
  return () => {
    observer.disconnect()
    element.removeAttribute(collapsedAttribute)
  }
}
