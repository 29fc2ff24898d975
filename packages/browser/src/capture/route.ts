import type { Item } from '@shopside/engine'
import type { CaptureSource } from './captureSource.ts'
import { createDoubles, type Doubles } from './doubles.ts'
import type { Sighting } from './sighting.ts'

/** What is known and was said of one page, or of one route of a single-page shop. Gone with the route. */
export interface Route {
  readonly href: string
  readonly isFirst: boolean
  readonly isDouble: Doubles
  /** Names of what capture itself has said. */
  readonly said: Set<string>
  /** The last markup, as text: what still stands there is not the next route's. */
  readonly markup: () => string
  readonly sightings: () => Sighting[]
  /** The markup as it stands. */
  see(markup: readonly Sighting[]): void
  /**
   * What a call, a platform or the data layer said of the route's product. @returns false when that source spoke of another
   * product before
   */
  tell(source: CaptureSource, item: Item, currency: string | undefined): boolean
}

/** @param said before: of a page that the browser had thrown away and loads again */
export function createRoute(href: string, before?: Route, said: readonly string[] = []): Route {
  const told = new Map<CaptureSource, Sighting>()
  const stale = before?.markup()
  let text = stale ?? ''
  let seen: readonly Sighting[] = []
  return {
    href,
    isFirst: !before,
    isDouble: createDoubles(),
    said: new Set(said),
    markup: () => text,
    sightings: () => [...seen, ...told.values()],
    see(markup) {
      const now = JSON.stringify(markup)
      if (now === stale) return
      text = now
      seen = markup
    },
    tell(source, item, currency) {
      if ((told.get(source)?.product?.ids[0] ?? item.item_id) !== item.item_id) return false
      told.set(source, { source, product: { item, ids: [item.item_id], currency } })
      return true
    },
  }
}
