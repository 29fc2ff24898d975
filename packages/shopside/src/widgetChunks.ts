import type { Client } from '@shopside/browser'

/** What each widget's chunk brings beside its element. */
interface WidgetChunk {
  connect(client: Client): void
}

/**
 * Tag of each widget and how its chunk is loaded. `idle`: it has no box of its own to come near, so it waits for a quiet moment.
 */
export interface WidgetLoading {
  load: () => Promise<WidgetChunk>
  when: 'near' | 'idle'
}

/** Every widget of this version. Nothing is loaded for a tag that the page does not use. */
export const widgetChunks: ReadonlyMap<string, WidgetLoading> = new Map([
  ['shopside-recommendations', { load: () => import('./lazy/recommendations.ts'), when: 'near' }],
  ['shopside-cart-nudge', { load: () => import('./lazy/cartNudge.ts'), when: 'idle' }],
  ['shopside-order-tracking', { load: () => import('./lazy/orderTracking.ts'), when: 'near' }],
  ['shopside-privacy', { load: () => import('./lazy/privacy.ts'), when: 'near' }],
  ['shopside-when', { load: () => import('./lazy/when.ts'), when: 'idle' }],
])
