import type { Item } from '@shopside/engine'
import type { CaptureSource } from './captureSource.ts'
import type { Sighting } from './sighting.ts'

/** What somebody said in an event about the page's product, beside what the page's markup says of it. */
export function toldProduct(source: CaptureSource, item: Item, currency: string | undefined): Sighting {
  return { source, product: { item, ids: [item.item_id], ...(currency !== undefined && { currency }) } }
}
