import type { Ack } from '../client.ts'
import type { CaptureSource } from './captureSource.ts'
import { createDoubles, type Doubles } from './doubles.ts'
import { merge, type Merged } from './merge.ts'
import type { Sighting } from './sighting.ts'

/** What is known and was said of one page, or of one route of a single-page shop. Gone with the route. */
export interface Route {
  readonly href: string
  readonly isFirst: boolean
  readonly doubles: Doubles
  /** To the view of the route's item that capture said. */
  answer?: Promise<Ack>
  /** The markup as it stands. What still stands there of the route before is not this route's. */
  see(markup: readonly Sighting[]): void
  /** What a call, a platform or the data layer said of the route's product. @returns false when that source spoke of another product before */
  tell(sighting: Sighting): boolean
  merge(knows: (itemId: string) => boolean): Merged
  /** True the first time. */
  once(what: string): boolean
  /** These ids, all of one product, were viewed here; `source`: who said so, capture itself when absent. */
  viewed(ids: readonly string[], source?: CaptureSource): void
  /** Somebody else than `source` has said so. */
  isViewed(ids: readonly string[], source?: CaptureSource): boolean
  /** The item that the stay on this route is counted for. */
  itemId(knows: (itemId: string) => boolean): string | undefined
}

/** @param isKnown the browser had thrown the page away and loads it again: it was viewed already, and is not said again */
export function createRoute(href: string, isKnown: boolean, before?: Route): Route {
  const said = new Set<string>(isKnown ? ['page_view', 'view_item', 'search', 'view_item_list'] : [])
  const views = new Map<string, CaptureSource | undefined>()
  const told = new Map<CaptureSource, Sighting>()
  const stale = before === undefined ? '' : (before as Route & { markup: () => string }).markup()
  let seen: readonly Sighting[] = []
  let text = stale

  const route: Route & { markup: () => string } = {
    href,
    isFirst: before === undefined,
    doubles: createDoubles(),
    markup: () => text,
    see(markup) {
      const now = JSON.stringify(markup)
      if (now === stale && before !== undefined) return
      text = now
      seen = markup
    },
    tell(sighting) {
      const known = told.get(sighting.source)?.product
      if (known !== undefined && known.item.item_id !== sighting.product?.item.item_id) return false
      told.set(sighting.source, sighting)
      return true
    },
    merge: knows => merge([...seen, ...told.values()], knows),
    once(what) {
      if (said.has(what)) return false
      said.add(what)
      return true
    },
    viewed(ids, source) {
      for (const id of ids) views.set(id, source)
    },
    isViewed: (ids, source) => ids.some(id => views.has(id) && (source === undefined || views.get(id) !== source)),
    itemId: knows => route.merge(knows).product?.item.item_id,
  }
  return route
}
