import { colourNamed } from '../catalogue/colour.ts'
import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'
import { html, type Html } from '../server/html.ts'
import { toPounds } from '../shop/money.ts'
import type { Product } from '../shop/Shop.ts'

/** Colour dots shown before the rest becomes a number. */
const maxDots = 4

/**
 * A list of products, four across and two on a phone.
 *
 * @param eager tiles from the start whose pictures load at once: those above the fold
 * @param isYours the browser puts them into its shopper's order before they are seen
 */
export function tiles(products: readonly Product[], eager = 0, isYours = false): Html {
  return html`<ul class="tiles"${isYours && html` data-order="yours"`}>${products.map((product, index) => tile(product, index < eager))}</ul>`
}

/** The picture of an item. `lazy` pictures wait until they are near. */
export function picture(item: CatalogueItem, lazy = true): Html {
  return html`<img class="picture" src="${item.imageLink}" alt="${item.title}" width="400" height="500"${lazy && html` loading="lazy"`}>`
}

/** A colour as a small disc, drawn as SVG because the page allows no inline style. */
export function dot(colour: string): Html {
  return html`<svg class="dot" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="7" fill="${
    colourNamed(colour)?.hex ?? '#fdfcf9'}" stroke="#1e1a16" stroke-opacity=".35"/></svg>`
}

function tile(product: Product, eager: boolean): Html {
  const { item, items } = product
  return html`<li class="tile" data-item="${item.itemId}"><a href="${item.link}">${picture(item, !eager)}<span class="tile-title">${item.title}</span></a>
<p class="tile-line"><span class="price">${toPounds(item.price)}</span>${dots(items)}</p></li>`
}

function dots(items: readonly CatalogueItem[]): Html | false {
  const colours = [
    ...new Set(items.filter(item => item.available).map(item => item.colour)),
  ].filter(colour => colour !== undefined)
  if (colours.length < 2) return false
  const more = colours.length - maxDots
  return html`<span class="dots" role="img" aria-label="${colours.length} colours">${colours.slice(0, maxDots).map(dot)}${
    more > 0 && html`<small>+${more}</small>`}</span>`
}
