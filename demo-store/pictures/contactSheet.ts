import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'
import { drawPicture } from './drawPicture.ts'
import { silhouetteOf } from './silhouettes/silhouetteOf.ts'
import { toXmlText } from './toXmlText.ts'

const css = `body{margin:16px;background:#FBF7F0;color:#1E1A16;font:12px/1.3 sans-serif}
ol{display:grid;grid-template-columns:repeat(10,1fr);gap:12px 8px;padding:0;list-style:none}
img{display:block;width:100%;height:auto;border-radius:2px}
.undrawn{color:#B3261E}`

/**
 * All pictures on one page, to be looked at: what cannot be recognised without its title wants to be redrawn.
 *
 * @param items in the order they shall stand
 * @returns one HTML document that loads nothing; titles of items without a silhouette are red
 */
export function toContactSheet(items: readonly CatalogueItem[]): string {
  const cells = items.map(item => {
    const source = `data:image/svg+xml,${encodeURIComponent(drawPicture(item)).replaceAll("'", '%27')}`
    const undrawn = silhouetteOf(item) ? '' : ' class="undrawn"'
    return `<li${undrawn}><img src="${source}" alt="" width="400" height="500">${toXmlText(item.title)} <small>${toXmlText(item.kind ?? '')}</small></li>`
  })
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Contact sheet</title><style>${css}</style><ol>${cells.join('')}</ol></html>`
}
