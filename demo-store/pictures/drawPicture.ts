import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'
import { createBrush, type Brush } from './Brush.ts'
import { quietInk } from './paint.ts'
import { silhouetteOf } from './silhouettes/silhouetteOf.ts'
import { groundY } from './silhouettes/Silhouette.ts'
import { toXmlText } from './toXmlText.ts'

export { drawDesignTile } from './drawDesignTile.ts'

/**
 * The picture of an item: a tile of 400 by 500 units, its object in the shop's hand, standing on a ground line.
 *
 * Layers: the silhouette of its kind, the pattern of its motif, the palette of its colour. The same item gives the same
 * bytes. Nothing in it is loaded from elsewhere, so it can stand in an `<img>`.
 *
 * @returns a complete SVG document
 */
export function drawPicture(item: CatalogueItem): string {
  const brush = createBrush(item)
  const silhouette = silhouetteOf(item)
  const object = silhouette ? silhouette(brush) + drawCount(brush) : drawInitial(brush)
  const ground = silhouette ? `<path d="M28 ${groundY}H372" stroke="${quietInk}" stroke-width="1.5" stroke-linecap="round"/>` : ''
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 500" width="400" height="500" role="img"><title>${toXmlText(item.title)}</title>` +
    `<defs>${brush.defs()}</defs><path d="M0 0h400v500H0z" fill="${brush.palette.tint}"/>${ground}${object}</svg>`
  )
}

/** Sets say how many they are, on a small round ticket in the upper right. */
function drawCount({ item, palette }: Brush): string {
  if (item.setSize === undefined) return ''
  const count = String(item.setSize)
  return (
    `<circle cx="352" cy="48" r="25" fill="${palette.paper}" stroke="${palette.ink}" stroke-width="1.5"/>` +
    `<text x="352" y="${count.length > 2 ? 55 : 57}" font-family="Young Serif,Georgia,serif" font-size="${count.length > 2 ? 20 : 25}" text-anchor="middle" fill="${palette.ink}">${count}</text>`
  )
}

/** No silhouette fits: the title's initial, as a shop would paint it on a drawer. */
function drawInitial({ item, palette }: Brush): string {
  const initial = /[A-Za-z]/.exec(item.title)?.[0]?.toUpperCase() ?? item.title.slice(0, 1)
  return `<text x="200" y="332" font-family="Young Serif,Georgia,serif" font-size="230" text-anchor="middle" fill="${palette.ink}">${toXmlText(initial)}</text>`
}
