import type { Origin } from '@shopside/engine/boundary'
import { loadTwice } from '../loadTwice.ts'
import type { CaptureSource } from './captureSource.ts'
import type { Detector, Sighting } from './sighting.ts'

/** One detector, and the mark on a page without which its file is not loaded. */
interface Detecting {
  source: CaptureSource
  isThere(document: Document): boolean
  load(): Promise<Detector>
}

const linkedData = 'script[type="application/ld+json"]'
const orderWords = /"(https?:\/\/schema\.org\/)?(Order|ParcelDelivery)"/

/** Everything that reads a page's own markup, one lazy file each. */
const detectors: readonly Detecting[] = [
  {
    source: 'marked',
    isThere: has('[data-shopside-product],[data-shopside-cart],[data-shopside-order],[data-shopside-list],'
      + '[data-shopside-add],[data-shopside-remove]'),
    load: async () => (await import('./marked.ts')).marked,
  },
  { source: 'json-ld', isThere: has(linkedData), load: async () => (await import('./jsonLd.ts')).jsonLd },
  {
    source: 'json-ld',
    isThere: document => [...document.querySelectorAll(linkedData)].some(script => orderWords.test(script.textContent ?? '')),
    load: async () => (await import('./jsonLdOrder.ts')).jsonLdOrder,
  },
  {
    source: 'microdata',
    isThere: has('[itemscope][itemtype*="schema.org/"]'),
    load: async () => (await import('./microdata.ts')).microdata,
  },
  {
    source: 'open-graph',
    isThere: has('meta[property^="product:"],meta[property="og:type"][content*="product"]'),
    load: async () => (await import('./openGraph.ts')).openGraph,
  },
]

function has(selector: string): (document: Document) => boolean {
  return document => document.querySelector(selector) !== null
}

/** Reads the markup as it stands, each kind by its own file, loaded where the page has such marks. Never rejects. */
export async function readMarkup(document: Document, origin: Origin): Promise<Sighting[]> {
  const found = await Promise.all(detectors.filter(({ isThere }) => isThere(document)).map(async ({ source, load }): Promise<Sighting[]> => {
    try {
      return (await loadTwice(load))(document, origin)
    } catch {
      // Its file cannot be had.
      return [{ source, problem: `${source}-unread` }]
    }
  }))
  return found.flat()
}
