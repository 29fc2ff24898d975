import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'
import { createBrush } from './Brush.ts'
import { ink, mix } from './paint.ts'
import { box } from './shapes.ts'
import { silhouetteOf } from './silhouettes/silhouetteOf.ts'
import { groundY } from './silhouettes/Silhouette.ts'
import { toXmlText } from './toXmlText.ts'

/** One thing on the shelf. */
interface Place {
  readonly kind: string
  /** Title words beside the design's name; a colour word paints it. */
  readonly words: string
  /** Its middle, in tile units from the left. */
  readonly x: number
  /** Its size beside that of its own picture. */
  readonly scale: number
}

/** Where the shelf's upper edge lies, in tile units from the top. */
const shelfY = 402

/** From the back to the front. */
const places: readonly Place[] = [
  { kind: 'chopping board', words: 'Chopping Board', x: 108, scale: 0.84 },
  { kind: 'storage tins', words: 'Set of 3 Tea, Coffee and Sugar Tins', x: 372, scale: 0.9 },
  { kind: 'cake tins', words: 'Set of 3 Cake Tins', x: 934, scale: 0.86 },
  { kind: 'teapot', words: 'Red Teapot', x: 676, scale: 0.78 },
  { kind: 'milk jug', words: 'Jug', x: 1098, scale: 0.64 },
  { kind: 'mug', words: 'Blue Mug', x: 196, scale: 0.44 },
  { kind: 'jam jar', words: 'Jam Jar with Red Lid', x: 524, scale: 0.44 },
  { kind: 'teacup', words: 'Green Teacup and Saucer', x: 826, scale: 0.44 },
  { kind: 'egg cup', words: 'Egg Cup', x: 1014, scale: 0.34 },
]

/**
 * A design as one wide picture: its things on a kitchen shelf, under a row of flags.
 *
 * @param motif one of the catalogue's motifs, such as `Pantry`; one without a pattern is drawn plain
 * @returns a complete SVG document of 1200 by 480 units; the same motif gives the same bytes
 */
export function drawDesignTile(motif: string): string {
  const things = places.map((place, index) => drawThing(motif, place, index)).join('')
  const stage = drawStage(motif)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 480" width="1200" height="480" role="img"><title>${toXmlText(motif)}</title>` +
    `${stage.behind}${things}${stage.front}</svg>`
  )
}

function drawThing(motif: string, { kind, words, x, scale }: Place, index: number): string {
  const item = toItem(motif, `${motif} ${words}`, kind)
  const silhouette = silhouetteOf(item)
  if (!silhouette) return ''
  const brush = createBrush(item)
  const drawn = silhouette(brush)
  const [left, top] = [x - 200 * scale, shelfY - groundY * scale]
  const placed = `<g transform="translate(${left.toFixed(1)} ${top.toFixed(1)}) scale(${scale})">${drawn}</g>`
  return withOwnIds(`<defs>${brush.defs()}</defs>${placed}`, `d${index}`)
}

/** Wall, flags, and the shelf with its paper edge. */
function drawStage(motif: string): { behind: string, front: string } {
  const brush = createBrush(toItem(motif, motif, undefined))
  const { body, paper, tint, trim } = brush.palette
  const wood = '#c9996a'
  const colours = [trim, '#6f96b5', '#e2b75c', '#86a57b', '#d98f99', '#f6ead0']
  // no `body` here: a brush's shade ends where a picture would, at 400 units
  const patterned = (d: string): string => brush.patch(d, body) + brush.print(d) + brush.line(d)
  const flags = [...Array(17).keys()].map(index => {
    const x = 24 + index * 68
    const sag = (at: number): number => Math.round(20 + 34 * Math.sin((Math.PI * ((at / 1200) * 3)) % Math.PI))
    const [left, right] = [sag(x), sag(x + 56)]
    const d = `M${x} ${left}L${x + 56} ${right}L${x + 28} ${Math.round((left + right) / 2) + 58}z`
    return index % 3 === 1 ? patterned(d) : brush.plain(d, colours[index % colours.length] ?? trim)
  })
  const cord = `M0 20${[1, 2, 3].map(bay => `Q${bay * 400 - 200} 88 ${bay * 400} 20`).join('')}`
  const scallops = [...Array(24).keys()].map(index => `M${index * 50} ${shelfY + 22}h50q0 34-25 34t-25-34z`).join('')
  const eyelets = [...Array(24).keys()].map(index => `M${index * 50 + 25} ${shelfY + 40}h.1`).join('')
  const edging = brush.plain(scallops, paper) + brush.line(eyelets, 6)
  const shelf = brush.plain(box(-4, shelfY, 1208, 22), wood) + brush.patch(box(-4, shelfY + 15, 1208, 7), mix(wood, ink, 0.25))
  const behind = `<path d="M0 0h1200v480H0z" fill="${tint}"/>` + brush.line(cord, 2) + flags.join('')
  const drawn = withOwnIds(`<defs>${brush.defs()}</defs>\n${behind}\n${edging}${shelf}`, 'stage')
  const [defs = '', back = '', front = ''] = drawn.split('\n')
  return { behind: defs + back, front }
}

/** Brushes number their patterns and masks alike; on one tile each needs names of its own. */
function withOwnIds(svg: string, prefix: string): string {
  return svg.replaceAll(' id="', ` id="${prefix}`).replaceAll('url(#', `url(#${prefix}`)
}

function toItem(motif: string, title: string, kind: string | undefined): CatalogueItem {
  return {
    itemId: '',
    itemGroupId: '',
    title,
    price: 0,
    currency: 'GBP',
    priceAt: '',
    category: 'Kitchen & Baking',
    motif,
    ...(kind !== undefined && { kind }),
    available: true,
    firstSold: '',
    link: '',
    imageLink: '',
  }
}
