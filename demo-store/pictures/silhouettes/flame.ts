import type { Brush } from '../Brush.ts'

/** A still flame on its wick, `height` tall, the wick's foot at (`x`, `y`). */
export function flame(b: Brush, x: number, y: number, height: number): string {
  const u = height / 40
  const tongue = (scale: number): string =>
    `M${x} ${y - 6 * u}c${-11 * scale} 0 ${-14 * scale} ${-11 * scale} ${-8 * scale} ${-19 * scale}c${4 * scale} ${-5 * scale} ${6 * scale} ${-9 * scale} ${7 * scale} ${-15 * scale}c${10 * scale} ${8 * scale} ${15 * scale} ${18 * scale} ${12 * scale} ${26 * scale}c${-2 * scale} ${6 * scale} ${-6 * scale} ${8 * scale} ${-11 * scale} ${8 * scale}z`
  return b.line(`M${x} ${y}v${-10 * u}`, 2.5) + b.plain(tongue(u), '#f0a93f') + b.patch(tongue(u * 0.55), '#fbe9a8')
}
