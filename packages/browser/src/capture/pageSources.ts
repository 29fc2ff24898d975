import { loadTwice } from '../loadTwice.ts'
import type { CaptureSource } from './captureSource.ts'
import type { LayerEvent } from './readEntry.ts'
import type { Detector, Sighting } from './sighting.ts'
import type { MarkedNews } from './watchMarked.ts'

/** Who is told what goes on after the look, and by whom the page is read. */
export interface Hear extends MarkedNews {
  /** Of the data layer on `window`. */
  readonly layerName: string
  /** `isLate`: the entry was there before we were, so nobody knows when it happened. */
  layer(event: LayerEvent, isLate: boolean, entry: object): void
}

/** What a source's file brings: a look at the page as it stands, or ears for what it says later. */
interface SourceFile {
  detect?: Detector
  /** @returns stops */
  watch?(page: Window & typeof globalThis, hear: Hear): () => void
}

/** One lazy file each, and the mark on a page without which it is not loaded. */
type PageSource = readonly [
  source: CaptureSource, mark: string | ((page: Window, hear: Hear) => boolean), load: () => Promise<SourceFile>,
]

const linkedData = 'script[type="application/ld+json"]'
const orderWords = /"(https?:\/\/schema\.org\/)?(Order|ParcelDelivery)"/
const listened = '[data-shopside-cart],[data-shopside-add],[data-shopside-remove]'

const pageSources: readonly PageSource[] = [
  ['data-layer', (page, { layerName }) => Object.hasOwn(page, layerName), () => import('../lazy/layer.ts')],
  ['marked', listened, () => import('../lazy/watching.ts')],
  [
    'marked', `[data-shopside-product],[data-shopside-order],[data-shopside-list],${listened}`,
    () => import('./marked.ts').then(({ marked }) => ({ detect: marked })),
  ],
  ['json-ld', linkedData, () => import('../lazy/jsonLd.ts')],
  [
    'json-ld',
    ({ document }) => [...document.querySelectorAll(linkedData)].some(script => orderWords.test(script.textContent ?? '')),
    () => import('../lazy/jsonLdOrder.ts'),
  ],
  ['microdata', '[itemscope][itemtype*="schema.org/"]', () => import('../lazy/microdata.ts')],
  ['open-graph', 'meta[property^="product:"],meta[property="og:type"][content*="product"]', () => import('../lazy/openGraph.ts')],
]

/** Everything that reads a page, each kind of marking by its own file, loaded where the page has such marks. */
export interface PageSources {
  /** Begins to listen to what is there by now and is not listened to yet, then reads the markup as it stands. Never rejects. */
  read(): Promise<Sighting[]>
  /** Listens no more, also to what is still being loaded. */
  stop(): void
}

export function createPageSources(page: Window & typeof globalThis, hear: Hear): PageSources {
  let stops = new Map<PageSource, () => void>()
  return {
    async read() {
      const mine = stops
      const seen: Sighting[] = []
      const there = pageSources.filter(
        ([, mark]) => typeof mark === 'string' ? page.document.querySelector(mark) : mark(page, hear),
      )
      const files = await Promise.all(there.map(one => loadTwice(one[2]).catch((): SourceFile => {
        seen.push({ source: one[0], problem: `${one[0]}-unread` })
        return {}
      })))
      // What changes while the markup is read is heard.
      files.forEach(({ watch }, index) => {
        const one = there[index]!
        if (watch && mine === stops && !mine.has(one)) mine.set(one, watch(page, hear))
      })
      return [...files.flatMap(({ detect }) => detect?.(page.document, hear.origin()) ?? []), ...seen]
    },
    stop() {
      for (const stop of stops.values()) stop()
      stops = new Map()
    },
  }
}
