import type { EventName, PageParams } from '@shopside/engine'
import type { CaptureSource } from './captureSource.ts'
import type { Merged } from './merge.ts'

/** One thing to say of a route, once; `at`: when it happened, if that was not now. */
export type RouteFact = readonly [name: EventName, params: object, source: CaptureSource, at?: number | undefined]

/** An order older than this is looked at, and not placed. */
const newOrderMs = 48 * 3_600_000
/** Within this a page's own time is no better than ours: it often lacks its zone, and the widest is 14 hours off. */
const zoneMs = 14 * 3_600_000

/** What is known beside the markup: only where the page may be remembered. */
export interface AroundRoute {
  path: string
  searchTerm?: string | undefined
  /** Where the visit came from; only on its first route. */
  from?: PageParams | undefined
}

/**
 * What a route has to say of itself, in order. Without `around` nobody has agreed yet: then it is the item alone (the basket is
 * told at once).
 */
export function routeFacts({ product, list, order, fields }: Merged, around: AroundRoute | undefined, now: number): RouteFact[] {
  const facts: RouteFact[] = []
  const isPlaced = around && order && !(now - order.placedAt! > newOrderMs)
  const term = around?.searchTerm
  if (isPlaced) {
    // The first of all: a page's events never go back in time.
    const { id, items, currency, value, source, placedAt } = order
    facts.push(
      ['purchase', { transaction_id: id, items, currency, value }, source, now - placedAt! > zoneMs ? placedAt : undefined],
    )
  }
  if (around) {
    const page_type = product ? 'product' : isPlaced ? 'purchase' : term ? 'search' : list && 'category'
    facts.push(['page_view', { ...around.from, page_type }, 'address'])
  }
  if (product) {
    const { item, currency } = product
    facts.push(['view_item', { items: [item], currency, value: item.price }, fields['item_id']!])
  }
  if (term) facts.push(['search', { search_term: term }, 'address'])
  // One product is no list, and a list beside a product is advice.
  if (around && !product && list?.items[1]) {
    facts.push(['view_item_list', { items: list.items, item_list_name: list.name, item_list_id: around.path }, list.source])
  }
  return facts
}
