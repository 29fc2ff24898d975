import { toText, toUrl, type Origin } from '@shopside/engine/boundary'

/** What a card says, links to and shows. */
export interface Drawn {
  itemId: string
  title?: string
  url?: string
  imageUrl?: string
}

/**
 * Leaves a product a title that can be drawn, and only the link and the picture that may be drawn: on the page's own host, or
 * on one that the shop named. Model files and what a browser has stored are read as hostile as a page is; a picture of a
 * stranger's host would tell that host who looks at what.
 *
 * @param product changed in place
 * @param refuse hears the host that was not named
 */
export function makeDrawable(product: Drawn, { base, hosts }: Origin, refuse: (host: string) => void): void {
  // What a field does not say must not be read from what a page has added to Object.prototype.
  Object.setPrototypeOf(product, null)
  if (product.title !== undefined) product.title = toText(product.title) ?? product.itemId
  for (const field of ['url', 'imageUrl'] as const) {
    const given = product[field]
    if (given === undefined) continue
    const address = toUrl(given, base, hosts)
    if (address !== undefined) {
      product[field] = address
      continue
    }
    delete product[field]
    const host = /^(?:https:)?\/\/([\w.:-]+)/.exec(given)?.[1]
    if (host !== undefined) refuse(host)
  }
}
