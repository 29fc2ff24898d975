import type { FunctionComponent } from 'preact'
import type { Signal } from '@preact/signals-core'
import type { Order, Shipment, TimeWindow } from '@shopside/engine'
import type { Client, OrderNews } from '@shopside/browser'
import type { ZonedTime } from '../format/zonedTime.ts'
import type { Timers } from '../timers.ts'
import type { MorePart } from './orderMorePart.ts'

/** How times become words, for parts that are loaded later and bring no copy of their own. */
export interface OrderWords {
  readTime(text: string | undefined): ZonedTime | undefined
  day(time: ZonedTime): string
  moment(time: ZonedTime): string
  window(window: TimeWindow | undefined): string | undefined
}

/** Attributes, tools and facts that every part of the view needs. */
export interface OrderContext {
  client: Client
  host: HTMLElement
  timers: Timers
  locale: string
  now: () => number
  /** The shop's own look-up, for orders that this browser does not know; '' leaves the link out. */
  lookUpUrl: string
  /** Where the shop is asked; '' leaves the link out. */
  contactUrl: string
  showsPrices: boolean
  stepNames: ReadonlyMap<string, string>
  words: Signal<string>
  /** Ids of orders that were hidden by the element's own button since it was drawn. */
  hiddenHere: Set<string>
  /** "Hide this order", which the list has too. */
  Hide: FunctionComponent<{ context: OrderContext; id: string; onHide: () => void }>
  /** Set before the first order is drawn. */
  format: OrderWords
  /** Views and words of what is not plain. Shown news never need it before it is here. */
  more: Signal<MorePart | undefined>
  /** Loads it: what is not plain, and what is asked for by hand. */
  loadMore: () => Promise<MorePart>
}

/** One order on the page. `order` is undefined when only the shop's endpoint knows it. */
export interface OrderModel {
  id: string
  order: Order | undefined
  /** What is shown of it: undefined until there is something, or nothing to be had. */
  news: Signal<OrderNews>
  /** It is on the screen. */
  seen: () => void
}

/** Lines of the order that no outbound parcel holds yet. [] when parcels do not say what is in them. */
export function notYetSent(order: Order | undefined, shipments: readonly Shipment[]): Order['items'] {
  const outbound = shipments.filter(shipment => shipment.direction !== 'return')
  if (!order || outbound.length === 0 || outbound.some(shipment => !shipment.items)) return []
  const sent = new Map<string, number>()
  for (const shipment of outbound) {
    for (const item of shipment.items!) sent.set(item.item_id, (sent.get(item.item_id) ?? 0) + (item.quantity ?? 1))
  }
  return order.items.flatMap(item => {
    const quantity = (item.quantity ?? 1) - (sent.get(item.item_id) ?? 0)
    return quantity > 0 ? [{ ...item, quantity }] : []
  })
}

/** Pairs of `step-names="making=Engraved; packed=Boxed"`. */
export function readStepNames(text: string | null): Map<string, string> {
  const names = new Map<string, string>()
  for (const pair of (text ?? '').split(';')) {
    const [phase, name] = pair.split('=').map(part => part.trim())
    if (phase && name) names.set(phase, name)
  }
  return names
}
