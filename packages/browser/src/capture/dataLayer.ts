import { onDataLayer } from '../page/onDataLayer.ts'
import { readEntry, type LayerEvent } from './readEntry.ts'


/**
 * Tells of what the page's data layer says of its shop: what was there before us, then each push.
 *
 * @param hear `isLate`: the entry was there before we were, so nobody knows when it happened
 * @returns stops, and takes our hand off the page's `push`
 */
export function tapDataLayer(
  page: Window & typeof globalThis, name: string, hear: (event: LayerEvent, isLate: boolean) => void,
): () => void {
  let isLate = true
  const stop = onDataLayer(page, name, entry => {
    for (const event of readEntry(entry)) hear(event, isLate)
  })
  isLate = false
  return stop
}
