import type { Brush } from '../Brush.ts'
import { oval, poly } from '../shapes.ts'

/** A small cake in its paper case, `width` wide, its foot at (`x`, `y`). */
export function fairyCake(b: Brush, x: number, y: number, width: number, icing: string): string {
  const u = width / 60
  const top = y - 26 * u
  return (
    b.plain(poly(x - 24 * u, top, x + 24 * u, top, x + 17 * u, y, x - 17 * u, y), '#8d6748') +
    b.line(`M${x - 8 * u} ${top}L${x - 6 * u} ${y}M${x + 8 * u} ${top}L${x + 6 * u} ${y}`, 1) +
    b.plain(`M${x - 29 * u} ${top}c${-4 * u} ${-14 * u} ${8 * u} ${-18 * u} ${12 * u} ${-17 * u}c${4 * u} ${-15 * u} ${30 * u} ${-15 * u} ${34 * u} 0c${4 * u} ${-1 * u} ${16 * u} ${3 * u} ${12 * u} ${17 * u}c${-14 * u} ${6 * u} ${-44 * u} ${6 * u} ${-58 * u} 0z`, icing) +
    b.plain(oval(x, top - 30 * u, 6 * u), '#c23b33')
  )
}
