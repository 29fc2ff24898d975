import type { EventName, ShopEvent } from '../event.ts'
import type { Item } from '../item.ts'
import { forgottenName } from '../profile/forgottenName.ts'

/** What is to be taken out of raw events, by plain names. */
export interface TakenOut {
  items?: ReadonlySet<string>
  /** Of those items: what lies in the shop's basket now. Snapshots of a basket keep it, because the shop tells it anew on every page. */
  inBasket?: ReadonlySet<string>
  searchTerm?: string
  orderId?: string
  /** Name of a declared fact; true: all of them. */
  fact?: string | true
}

/** Facts in which items are not evidence of looking and wishing: orders are forgotten as orders, and a wish to forget stays. */
const untouched: ReadonlySet<EventName> = new Set(['purchase', 'forget', 'hide_order'])

/**
 * What is left of a raw event when something is taken out of it.
 *
 * @returns the event itself when nothing of it was meant, `undefined` when nothing is left. A basket that was emptied by it stays as an
 * empty basket; an order stays as its forgotten name, so that it counts once for ever and its basket stays settled.
 */
export function takeOut(event: ShopEvent, what: TakenOut): ShopEvent | undefined {
  if (what.searchTerm !== undefined && event.name === 'search' && event.params.search_term === what.searchTerm) return undefined
  if (what.orderId !== undefined && (event.name === 'purchase' || event.name === 'hide_order') && event.params.transaction_id === what.orderId) {
    return event.name === 'purchase' ? { ...event, params: { transaction_id: forgottenName(what.orderId), items: [] } } : undefined
  }
  if (what.fact !== undefined && event.name === 'declare') return withoutFact(event, what.fact)
  // An order that was only concluded is no order: its items are evidence like any other.
  const isFact = untouched.has(event.name) && !(event.name === 'purchase' && event.params.inferred === true)
  return what.items === undefined || isFact ? event : withoutItems(event, what.items, what.inBasket)
}

function withoutFact(event: Extract<ShopEvent, { name: 'declare' }>, fact: string | true): ShopEvent | undefined {
  if (fact === true) return undefined
  if (!Object.hasOwn(event.params.facts, fact)) return event
  const { [fact]: gone, ...facts } = event.params.facts
  return Object.keys(facts).length === 0 ? undefined : { ...event, params: { facts } }
}

function withoutItems(event: ShopEvent, gone: ReadonlySet<string>, inBasket?: ReadonlySet<string>): ShopEvent | undefined {
  const { items } = event.params as { items?: unknown }
  if (!Array.isArray(items)) return event
  const isBasket = event.name === 'view_cart' || event.name === 'begin_checkout'
  const left = (items as Item[]).filter(item => !gone.has(item?.item_id) || (isBasket && inBasket?.has(item.item_id)))
  if (left.length === items.length) return event
  if (left.length === 0 && event.name !== 'view_cart' && event.name !== 'purchase') return undefined
  const { value, ...params } = event.params as { value?: number }
  return { ...event, params: { ...params, items: left } } as ShopEvent
}
