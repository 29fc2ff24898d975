import type { Phase, Shipment, ShipmentStatus } from '@shopside/engine'
import { toId, toText, toUrl, type Origin } from '@shopside/engine/boundary'
import { toIsoTime } from './isoTime.ts'
import { toSeenProduct } from './schemaProduct.ts'
import { nodes, one, type SchemaNode } from './schemaValue.ts'

/** schema.org's OrderStatus (https://schema.org/OrderStatus). "Problem" does not say which: its status stays unknown. */
const statuses: readonly (readonly [end: string, ShipmentStatus, Phase])[] = [
  ['OrderProcessing', 'order_placed', 'ordered'],
  ['OrderPaymentDue', 'payment_pending', 'ordered'],
  ['OrderInTransit', 'in_transit', 'shipped'],
  ['OrderPickupAvailable', 'ready_for_pickup', 'pickup'],
  ['OrderDelivered', 'delivered', 'done'],
  ['OrderReturned', 'returned', 'problem'],
  ['OrderCancelled', 'cancelled', 'problem'],
  ['OrderProblem', 'unknown', 'problem'],
]

/**
 * A `ParcelDelivery` of schema.org. Its address and the person are not read.
 *
 * @param orderId of the order that holds it; else the parcel's own `partOfOrder` tells
 * @param status what stands nearest: of the order's line, else of the order
 * @param place 0-based among its order's parcels: the id of one without a tracking number
 */
export function toShipment(
  node: SchemaNode, orderId: string | undefined, status: unknown, place: number, origin: Origin,
): Shipment {
  const said = typeof status === 'string' ? status : ''
  const [, word, phase] = statuses.find(([end]) => said.endsWith(end)) ?? ['', 'unknown', 'ordered'] as const
  const order = orderId ?? toId(one(node, 'partOfOrder', 'orderNumber'))
  const number = toText(one(node, 'trackingNumber'), 100)
  const shipment: Shipment = { id: number ?? `${order ?? ''}-${place + 1}`, status: word, phase, events: [] }
  if (order !== undefined) shipment.order_id = order
  if (number !== undefined) shipment.tracking_number = number
  // Its own base: a carrier's page is on the carrier's host.
  const address = one(node, 'trackingUrl')
  const url = toUrl(address, String(address))
  if (url !== undefined) shipment.tracking_url = url
  const name = toText(one(node, 'provider') ?? one(node, 'carrier'), 100)
  if (name !== undefined) shipment.carrier = { name }
  const from = toIsoTime(one(node, 'expectedArrivalFrom'))
  const to = toIsoTime(one(node, 'expectedArrivalUntil'))
  if (from !== undefined || to !== undefined) {
    shipment.eta = { source: 'merchant', ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  }
  const items = nodes(node, 'itemShipped').flatMap(thing => {
    const { item_id, item_name } = toSeenProduct(thing, origin)?.item ?? {}
    return item_id === undefined ? [] : { item_id, ...(item_name !== undefined && { item_name }) }
  })
  if (items.length > 0) shipment.items = items
  return shipment
}
