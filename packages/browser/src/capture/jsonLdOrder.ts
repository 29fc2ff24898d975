import type { Item, Shipment } from '@shopside/engine'
import { toCurrency, toId, toPrice, toQuantity, type Origin } from '@shopside/engine/boundary'
import { toIsoTime } from './isoTime.ts'
import { readLinkedData } from './linkedData.ts'
import { toShipment } from './schemaParcel.ts'
import { toSeenProduct } from './schemaProduct.ts'
import { hasType, nodes, one, type SchemaNode } from './schemaValue.ts'
import type { Detector, SeenOrder } from './sighting.ts'

/** A date without a time is the end of its day. */
const dayMs = 86_400_000

/**
 * The order of a confirmation page, and parcels, by JSON-LD. Customer, addresses and payment are not read. A page with several
 * orders is a history, and a cancelled or returned order was none: those are no order of this page. Broken tags are
 * `jsonLd.ts`'s to tell.
 */
export const jsonLdOrder: Detector = (document, origin) => {
  try {
    const { roots } = readLinkedData(document)
    const orders = roots.filter(node => hasType(node, /(^|[/#:])Order$/))
    const sole = orders.length === 1 ? orders[0]! : {}
    const parcels = roots.filter(node => hasType(node, /ParcelDelivery$/))
    const shipments = [
      ...orders.flatMap(order => shipmentsOf(order, origin)),
      // A parcel that names no order belongs to the only one there is.
      ...parcels.map((node, place) => toShipment(
        node, toId(one(node, 'partOfOrder', 'orderNumber') ?? one(sole, 'orderNumber')), one(sole, 'orderStatus'), place, origin,
      )),
    ].filter((shipment, place, list) => list.findIndex(({ id }) => id === shipment.id) === place)
    const order = toSeenOrder(sole, origin)
    if (order === undefined && shipments.length === 0) return []
    return [{ source: 'json-ld', order, ...(shipments.length > 0 && { shipments }) }]
  } catch {
    // A page may have put anything in the place of what we call. It is its page.
    return []
  }
}

function shipmentsOf(order: SchemaNode, origin: Origin): Shipment[] {
  const id = toId(one(order, 'orderNumber'))
  return [order, ...nodes(order, 'orderedItem')].flatMap(holder => {
    const status = one(holder, 'orderItemStatus') ?? one(order, 'orderStatus')
    return nodes(holder, 'orderDelivery').map(node => ({ node, status }))
  }).map(({ node, status }, place) => toShipment(node, id, status, place, origin))
}

function toSeenOrder(order: SchemaNode, origin: Origin): SeenOrder | undefined {
  const id = toId(one(order, 'orderNumber'))
  if (id === undefined || /Order(Cancelled|Returned)$/.test(String(one(order, 'orderStatus')))) return undefined
  const offers = nodes(order, 'acceptedOffer').flatMap(offer => {
    const specification = nodes(offer, 'priceSpecification')[0] ?? {}
    const quantity = toQuantity(one(offer, 'eligibleQuantity', 'value') ?? one(specification, 'eligibleQuantity', 'value'))
    // Some shops print the price of the whole line (WooCommerce), some of one piece: with more than one piece it is unknown.
    const price = (quantity ?? 1) === 1 ? toPrice(one(offer, 'price')) : undefined
    return nodes(offer, 'itemOffered').slice(0, 1).flatMap(node => toLine(node, quantity, price, origin))
  })
  const items = offers.length > 0 ? offers : nodes(order, 'orderedItem').flatMap(line => {
    const node = nodes(line, 'orderedItem')[0]
    return toLine(node ?? line, node && toQuantity(one(line, 'orderQuantity', 'value')), undefined, origin)
  })
  // Not its priceSpecification: that may be the price of the delivery alone, as in Gmail's own example.
  const value = toPrice(one(order, 'price')) ?? toPrice(one(order, 'totalPaymentDue', 'price'))
  const currency = toCurrency(one(order, 'priceCurrency') ?? one(order, 'totalPaymentDue', 'priceCurrency')
    ?? one(nodes(order, 'acceptedOffer')[0] ?? {}, 'priceCurrency'))
  const date = toIsoTime(one(order, 'orderDate'))
  return {
    id, items, value, currency, placedAt: date === undefined ? undefined : Date.parse(date) + (date.length === 10 ? dayMs : 0),
  }
}

function toLine(node: SchemaNode, quantity: number | undefined, price: number | undefined, origin: Origin): Item[] {
  const { item_id, ...item } = toSeenProduct(node, origin)?.item ?? {}
  if (item_id === undefined) return []
  return [{ item_id, ...item, ...(price !== undefined && { price }), ...(quantity !== undefined && { quantity }) }]
}
