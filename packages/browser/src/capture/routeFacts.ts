import type { EventName, PageParams } from '@shopside/engine'
import type { CaptureSource } from './captureSource.ts'
import type { Merged } from './merge.ts'

/** One thing to say of a route, once. */
export interface RouteFact {
  name: EventName
  params: object
  source: CaptureSource
}

/** What is known beside the markup: only where the page may be remembered. */
export interface AroundRoute {
  path: string
  searchTerm?: string | undefined
  /** Where the visit came from; only on its first route. */
  from?: PageParams | undefined
}

/**
 * What a route has to say of itself, in order. Without `around` nobody has agreed yet: then it is the item alone (the basket is told at once).
 */
export function routeFacts({ product, list, order, searchTerm, fields }: Merged, around: AroundRoute | undefined): RouteFact[] {
  const facts: RouteFact[] = []
  const term = around?.searchTerm ?? searchTerm?.term
  if (around !== undefined) {
    const type = product ? 'product' : order ? 'purchase' : term ? 'search' : list ? 'category' : undefined
    facts.push({ name: 'page_view', params: { ...around.from, page_type: type }, source: 'address' })
  }
  if (product !== undefined) {
    const { item, currency } = product
    facts.push({ name: 'view_item', params: { items: [item], currency, value: item.price }, source: fields['item_id']! })
  }
  if (around === undefined) return facts
  if (order !== undefined) {
    const { id, items, currency, value, source } = order
    facts.push({ name: 'purchase', params: { transaction_id: id, items, currency, value }, source })
  }
  if (term !== undefined) facts.push({ name: 'search', params: { search_term: term }, source: searchTerm?.source ?? 'address' })
  // One product is no list, and a list beside a product is advice.
  if (list !== undefined && product === undefined && list.items.length > 1) {
    const { items, name, source } = list
    facts.push({ name: 'view_item_list', params: { items, item_list_name: name, item_list_id: around.path }, source })
  }
  return facts
}
