import { toId } from '../boundary/id.ts'
import { toText } from '../boundary/text.ts'
import type { OrderStatus } from '../shipment.ts'
import { toIsoText } from './isoTime.ts'
import { isRecord, own } from './own.ts'
import { toShipment, type ParcelOrigin } from './toShipment.ts'

/** Parcels of one order that are read; more are a mistake of the endpoint. */
const maxShipments = 20

/**
 * What the shop's endpoint answered, as an order status that a view can trust. Every field is read by its own name, texts are
 * plain and cut, addresses are parsed, times are checked, words that are none of ours become `unknown`; whatever is no good is
 * left out.
 *
 * @param orderId the order that was asked about: an answer says nothing about another one, whatever number it bears
 * @returns undefined when it is no order status at all
 */
export function toOrderStatus(answer: unknown, orderId: string, origin: ParcelOrigin): OrderStatus | undefined {
  const given = own(answer, 'shipments')
  if (!isRecord(answer) || !Array.isArray(given)) return undefined
  const placedAt = toIsoText(own(answer, 'placed_at'))
  const known = new Set<string>()
  const shipments = given.slice(0, maxShipments).flatMap((each: unknown, place) => {
    if (!isRecord(each)) return []
    const id = toId(own(each, 'id')) ?? toText(own(each, 'tracking_number'), 60) ?? String(place)
    // Two parcels of one name could not be told apart from one visit to the next.
    if (known.has(id)) return []
    known.add(id)
    return [toShipment(each, id, origin)]
  })
  return { order_id: orderId, ...(placedAt !== undefined && { placed_at: placedAt }), shipments }
}
