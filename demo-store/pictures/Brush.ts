import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'
import { toPalette, type Palette } from './palette.ts'
import { drawEmblem, patternOf } from './patterns/patternOf.ts'
import { short } from './shapes.ts'
import { toXmlText } from './toXmlText.ts'

/** What a silhouette draws with: every stroke comes out in the shop's hand. Each verb returns SVG. */
export interface Brush {
  readonly item: CatalogueItem
  readonly palette: Palette
  /** The object: its colour, its pattern, one flat shade from the lower right, an ink outline. */
  body(d: string): string
  /** A part of one colour, shaded and outlined. */
  flat(d: string, colour: string): string
  /** A small part of one colour, outlined only. */
  plain(d: string, colour: string): string
  /** A patch without outline. */
  patch(d: string, colour: string, opacity?: number): string
  /** The pattern alone, for what is already filled. */
  print(d: string): string
  /** An ink line, 1.5 units unless told. */
  line(d: string, width?: number): string
  /** A coloured cord with an ink edge, `width` wide. */
  cord(d: string, colour: string, width: number): string
  /** The motif, `size` wide; nothing when the item has none. `ground` is what it lies on, the body unless told. */
  emblem(cx: number, cy: number, size: number, ground?: string): string
  /** Set text, upright, centred on (`cx`, `cy`), fitted into `width` by `height`. */
  words(text: string, cx: number, cy: number, width: number, height: number, colour?: string): string
  /** All that must stand in `<defs>` once the drawing is done. */
  defs(): string
}

/** How far the light reaches past the object's edge, in tile units; it comes from the upper left. */
const lit = { x: -13, y: -7 } as const

/** A brush for one item. */
export function createBrush(item: CatalogueItem): Brush {
  const palette = toPalette(item)
  const defs: string[] = []
  const { ink } = palette
  const repeat = item.motif === undefined ? undefined : patternOf(item.motif, palette)
  if (repeat) {
    defs.push(`<pattern id="p" width="${repeat.width}" height="${repeat.height}" patternUnits="userSpaceOnUse">${repeat.svg}</pattern>`)
  }
  let parts = 0

  const outline = (d: string): string => `<path d="${d}" fill="none" stroke="${ink}" stroke-width="1.5" stroke-linejoin="round"/>`
  const patch = (d: string, colour: string, opacity = 1): string => `<path d="${d}" fill="${colour}"${opacity < 1 ? ` fill-opacity="${opacity}"` : ''}/>`
  const print = (d: string): string => (repeat ? `<path d="${d}" fill="url(#p)"/>` : '')
  const shade = (d: string): string => {
    parts += 1
    const id = `s${parts}`
    defs.push(`<mask id="${id}" maskUnits="userSpaceOnUse" x="0" y="0" width="400" height="500"><path d="${d}" fill="#fff"/><path d="${d}" fill="#000" transform="translate(${lit.x} ${lit.y})"/></mask>`)
    return `<path d="${d}" fill="${ink}" fill-opacity=".16" mask="url(#${id})"/>`
  }

  return {
    item,
    palette,
    patch,
    print,
    body: d => patch(d, palette.body) + print(d) + shade(d) + outline(d),
    flat: (d, colour) => patch(d, colour) + shade(d) + outline(d),
    plain: (d, colour) => patch(d, colour) + outline(d),
    line: (d, width = 1.5) => `<path d="${d}" fill="none" stroke="${ink}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`,
    cord: (d, colour, width) =>
      `<path d="${d}" fill="none" stroke="${ink}" stroke-width="${width + 3}" stroke-linecap="round" stroke-linejoin="round"/><path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`,
    emblem(cx, cy, size, ground = palette.body) {
      const drawing = item.motif === undefined ? undefined : drawEmblem(item.motif, ground)
      if (drawing === undefined) return ''
      const scale = short(size / 100)
      return `<g transform="translate(${cx} ${cy}) scale(${scale})" stroke="${ink}" stroke-width="${short(150 / size)}" stroke-linejoin="round">${drawing}</g>`
    },
    words(text, cx, cy, width, height, colour = ink) {
      const lines = toLines(text, width / height)
      const longest = Math.max(...lines.map(line => line.length), 1)
      const size = Math.min(height / (lines.length * 1.18), width / (longest * 0.6))
      return lines
        .map((line, index) => {
          const y = cy + size * 0.36 + (index - (lines.length - 1) / 2) * size * 1.18
          return `<text x="${cx}" y="${short(y)}" font-family="Young Serif,Georgia,serif" font-size="${short(size)}" text-anchor="middle" fill="${colour}">${toXmlText(line)}</text>`
        })
        .join('')
    },
    defs: () => defs.join(''),
  }
}

/** Breaks words into the number of lines that lets them stand largest in a frame of this aspect (width / height). */
function toLines(text: string, aspect: number): string[] {
  const words = text.split(' ').filter(word => word !== '')
  let best: string[] = [text]
  let bestSize = 0
  for (let count = 1; count <= Math.min(5, words.length); count += 1) {
    const lines = breakInto(words, count)
    const longest = Math.max(...lines.map(line => line.length))
    const size = Math.min(1 / (lines.length * 1.18), aspect / (longest * 0.6))
    if (size > bestSize) [best, bestSize] = [lines, size]
  }
  return best
}

function breakInto(words: readonly string[], count: number): string[] {
  const target = words.join(' ').length / count
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && longer.length > target + 2 && lines.length < count - 1) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
