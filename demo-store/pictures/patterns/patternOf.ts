import type { Palette } from '../palette.ts'
import { distance, ink, lightness, mix } from '../paint.ts'
import { oval } from '../shapes.ts'
import { animalEmblems } from './animalEmblems.ts'
import type { Emblem, EmblemPaint } from './Emblem.ts'
import { fill } from './Emblem.ts'
import { gardenEmblems } from './gardenEmblems.ts'
import { motifPaint } from './motifPaint.ts'
import { parlourEmblems } from './parlourEmblems.ts'

const emblems: Readonly<Record<string, Emblem>> = { ...gardenEmblems, ...animalEmblems, ...parlourEmblems }

/** The repeat of a pattern: SVG for one tile and its size in tile units. */
export interface Repeat {
  readonly width: number
  readonly height: number
  readonly svg: string
}

/** Two colours too near to be told apart (see `distance`). */
const tooNear = 88

/** The emblem's colours on a ground: its own where they show, paler or darker ones where they would drown. */
export function toEmblemPaint(motif: string, ground: string): EmblemPaint {
  const paint = motifPaint[motif]
  const shown = (colour: string, instead: string): string => (distance(colour, ground) < tooNear ? instead : colour)
  const contrast = lightness(ground) > 0.6 ? '#b8423a' : '#fbf3e2'
  const main = shown(paint?.main ?? contrast, shown(paint?.body ?? contrast, contrast))
  const accent = shown(paint?.accent ?? '#e2b75c', lightness(ground) > 0.6 ? mix(main, ink, 0.35) : '#f0d9a0')
  const light = distance(main, '#fbf7f0') < tooNear ? shown('#f0d9a0', ground) : '#fbf7f0'
  return { main, accent, light, ink }
}

/** The motif as one drawing within ±50, `undefined` when there is none. */
export function drawEmblem(motif: string, ground: string): string | undefined {
  return emblems[motif]?.(toEmblemPaint(motif, ground))
}

/** The motif as a repeat on the palette's body, `undefined` when there is none. */
export function patternOf(motif: string, palette: Palette): Repeat | undefined {
  const paint = toEmblemPaint(motif, palette.body)
  const own = grounds[motif]
  if (own) return own(paint)
  const emblem = emblems[motif]
  return emblem && halfDrop(emblem(paint), 62, 0.44)
}

/** Patterns that are surfaces rather than a scattered emblem. */
const grounds: Readonly<Record<string, (paint: EmblemPaint) => Repeat>> = {
  Retrospot: paint => ({ width: 48, height: 48, svg: fill(oval(12, 12, 9.5) + oval(36, 36, 9.5), paint.main) }),
  Polkadot: paint => ({ width: 30, height: 30, svg: fill(oval(7.5, 7.5, 4.2) + oval(22.5, 22.5, 4.2), paint.main) }),
  Gingham: ({ main }) => ({
    width: 32,
    height: 32,
    svg: `<path d="M0 0h16v32H0z" fill="${main}" fill-opacity=".5"/><path d="M0 0h32v16H0z" fill="${main}" fill-opacity=".5"/>`,
  }),
  Stripe: ({ main, accent }) => ({ width: 36, height: 36, svg: fill('M0 0h14v36H0z', main) + fill('M23 0h3v36h-3z', accent) }),
  Stars: paint => halfDrop(emblems['Stars']?.(paint) ?? '', 50, 0.36),
  Hearts: paint => halfDrop(emblems['Hearts']?.(paint) ?? '', 50, 0.34),
  'Union flag': () => ({ width: 150, height: 94, svg: `<g transform="translate(75 47) scale(1.565)">${emblems['Union flag']?.({ main: '', accent: '', light: '', ink }) ?? ''}</g>` }),
  Alphabet: ({ main, accent }) => ({
    width: 96,
    height: 64,
    svg: [['A', 16, 26], ['B', 48, 26], ['C', 80, 26], ['D', 0, 58], ['E', 32, 58], ['F', 64, 58], ['D', 96, 58]]
      .map(([letter, x, y], index) => `<text x="${x}" y="${y}" font-family="Young Serif,Georgia,serif" font-size="26" text-anchor="middle" fill="${index % 2 === 0 ? main : accent}">${letter}</text>`)
      .join(''),
  }),
  'Vintage Doily': paint => halfDrop(emblems['Vintage Doily']?.(paint) ?? '', 84, 0.68),
  Paisley: paint => halfDrop(emblems['Paisley']?.(paint) ?? '', 60, 0.46, 24),
  'Vintage Leaf': paint => halfDrop(emblems['Vintage Leaf']?.(paint) ?? '', 56, 0.46, 30),
}

/** A drawing in brick order: one in the middle, the next row moved by half a tile. */
function halfDrop(svg: string, tile: number, scale: number, turn = 0): Repeat {
  const at = (x: number, y: number, angle: number): string => `<g transform="translate(${x} ${y}) rotate(${angle}) scale(${scale})">${svg}</g>`
  const h = tile / 2
  const corners = [[0, tile * 1.5], [tile, tile * 1.5]] as const
  return { width: tile, height: tile * 2, svg: at(h, h, turn) + corners.map(([x, y]) => at(x, y, -turn)).join('') }
}
