import { onDataLayer } from '../page/onDataLayer.ts'
import type { Hear } from './pageSources.ts'
import { readEntry } from './readEntry.ts'

/**
 * Tells of what the page's data layer says of its shop: what was there before us, then each push.
 *
 * @returns stops, and takes our hand off the page's `push`
 */
export function tapDataLayer(
  page: Window & typeof globalThis, { layerName, layer }: Pick<Hear, 'layerName' | 'layer'>,
): () => void {
  let isLate = true
  const stop = onDataLayer(page, layerName, entry => {
    for (const event of readEntry(entry)) layer(event, isLate, entry as object)
  })
  isLate = false
  return stop
}
