/**
 * How much of the bottom the shop's own fixed or sticky bars take, in CSS px: a strip stands above them.
 * Looks at what is really there, in the middle and at both corners.
 */
export function bottomBarHeight(host: Element): number {
  let height = 0
  for (const x of [innerWidth * 0.1, innerWidth / 2, innerWidth * 0.9]) {
    for (let at = document.elementFromPoint(x, innerHeight - 2); at && at !== host; at = at.parentElement) {
      const { position } = getComputedStyle(at)
      if (position !== 'fixed' && position !== 'sticky') continue
      const { top, height: own } = at.getBoundingClientRect()
      // A whole-page layer is no bar.
      if (own < innerHeight / 2) height = Math.max(height, innerHeight - top)
    }
  }
  return height
}
