import type { Origin } from '@shopside/engine/boundary'
import { loadTwice } from '../loadTwice.ts'
import type { LayerEvent } from './readEntry.ts'
import type { MarkedNews } from './watchMarked.ts'

/** What goes on telling after the look: the data layer, and elements that the shop has marked. */
export interface Listening {
  /** Begins with what is there by now and is not listened to yet. Never rejects. */
  look(): Promise<void>
  stop(): void
}

export interface Hear extends MarkedNews {
  /** `isLate`: the entry was there before we were, so nobody knows when it happened. */
  layer(event: LayerEvent, isLate: boolean): void
}

const markedElements = '[data-shopside-cart],[data-shopside-add],[data-shopside-remove]'

/** @param layerName of the data layer on `window` */
export function createListening(page: Window & typeof globalThis, layerName: string, origin: () => Origin, hear: Hear): Listening {
  const stops = new Map<string, () => void>()

  /** Loads and begins once; what comes after a stop is not begun. */
  async function begin(name: string, start: () => Promise<() => () => void>): Promise<void> {
    if (stops.has(name)) return
    const none = (): void => {}
    stops.set(name, none)
    try {
      const run = await start()
      if (stops.get(name) === none) stops.set(name, run())
    } catch {
      // Its file cannot be had: the next look asks again.
      stops.delete(name)
      hear.problem(`${name}-unread`)
    }
  }

  return {
    async look() {
      await Promise.all([
        Object.hasOwn(page, layerName) && begin('data-layer', async () => {
          const { tapDataLayer } = await loadTwice(() => import('../lazy/layer.ts'))
          return () => tapDataLayer(page, layerName, hear.layer)
        }),
        page.document.querySelector(markedElements) && begin('marked', async () => {
          const { watchMarked } = await loadTwice(() => import('./watchMarked.ts'))
          return () => watchMarked(page.document, origin, hear)
        }),
      ])
    },
    stop() {
      for (const stop of stops.values()) stop()
      stops.clear()
    },
  }
}
