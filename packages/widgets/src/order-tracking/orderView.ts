import type { Signal } from '@preact/signals-core'
import type { Order, OrderStatus, Shipment } from '@shopside/engine'
import type { Client } from '@shopside/browser'
import type { Timers } from '../timers.ts'

/** What is known of one order right now. */
export interface OrderNews {
  status?: OrderStatus
  /** Epoch ms, when `status` was true: given while it is not fresh. */
  staleAt?: number
  isOffline?: boolean
  /** Parcels whose current step is new since the last visit. */
  fresh: ReadonlySet<string>
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
}

/** One order on the page. `order` is undefined when only the shop's endpoint knows it. */
export interface OrderModel {
  id: string
  order: Order | undefined
  news: Signal<OrderNews>
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
