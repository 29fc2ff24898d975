/** The colours an emblem is drawn with, `#rrggbb`. */
export interface EmblemPaint {
  readonly main: string
  readonly accent: string
  /** The lightest: eyes, highlights, icing. */
  readonly light: string
  readonly ink: string
}

/** One small drawing in the square from -50 to 50, standing for its motif. The caller sets stroke and scale. */
export type Emblem = (paint: EmblemPaint) => string

/** A filled outline; the stroke is inherited. */
export function fill(d: string, colour: string): string {
  return `<path d="${d}" fill="${colour}"/>`
}

/** A drawn line that is never filled, `width` in the emblem's own units. */
export function stroke(d: string, colour: string, width = 3): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
}
