import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'
import { colourNamed, toColours } from '../catalogue/colour.ts'
import { materialOf } from './material.ts'
import { ink, lightness, mix, paper } from './paint.ts'
import { motifPaint } from './patterns/motifPaint.ts'
import { tints, toTint } from './tint.ts'

/** All colours of one picture, `#rrggbb`. */
export interface Palette {
  /** The ground of the tile. */
  readonly tint: string
  /** The object itself. */
  readonly body: string
  /** The body in the half light: insides, edges, second planes. */
  readonly deep: string
  /** The body where the light falls. */
  readonly pale: string
  /** A second colour that sits well on the body: bands, handles, lids. */
  readonly trim: string
  readonly paper: string
  readonly ink: string
}

const houseColours = ['#c4574c', '#6f96b5', '#86a57b', '#e2b75c', '#d98f99'] as const

/** The same number for the same text, at home and abroad. */
export function toSeed(text: string): number {
  let seed = 7
  for (const letter of text) seed = (seed * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return seed
}

/** The colours of an item: what its title names, else what its motif likes, else what such things are made of. */
export function toPalette(item: CatalogueItem): Palette {
  const [first, second] = toColours(item.title)
  const paint = item.motif === undefined ? undefined : motifPaint[item.motif]
  const material = materialOf(item)
  const own = first?.hex ?? (item.colour === undefined ? undefined : colourNamed(item.colour)?.hex)
  const body =
    own ?? (material?.strong ? material.hex : undefined) ?? paint?.body ?? material?.hex ?? houseColours[toSeed(item.kind ?? item.title) % houseColours.length] ?? paper
  const trim = second?.hex ?? toTrim(body, paint?.trim)
  const tint = toTint(paint?.tints ?? [], toSeed(item.kind ?? item.title), first?.name ?? item.colour, body)
  return { tint: tints[tint], body, deep: mix(body, ink, 0.2), pale: mix(body, '#ffffff', 0.45), trim, paper, ink }
}

function toTrim(body: string, liked: string | undefined): string {
  if (liked !== undefined && Math.abs(lightness(liked) - lightness(body)) > 0.18) return liked
  return lightness(body) > 0.72 ? '#c4574c' : '#f6ead0'
}
