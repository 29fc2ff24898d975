import type { OrderStatus, Shipment } from 'shopside'
import type { ParcelPlan } from './ParcelTemplate.ts'

/** A parcel of this shop: it also says which lines of its order it carries, because the server does not know what they are. */
export type ShopShipment = Shipment & { lines: ParcelPlan['lines'] }

/** What the endpoint of this shop answers. */
export type ShopOrderStatus = Omit<OrderStatus, 'shipments'> & { shipments: ShopShipment[] }

/** A line of an order, as far as a parcel is concerned. */
export type ParcelLine = NonNullable<Shipment['items']>[number]

/**
 * The answer with what is in each parcel, by this browser's own record of the order. Without one, parcels do not say what is in
 * them.
 */
export function withLines(status: ShopOrderStatus, items: readonly ParcelLine[]): OrderStatus {
  return {
    ...status,
    shipments: status.shipments.map(
      ({ lines, ...shipment }) => (items.length === 0 ? shipment : { ...shipment, items: carriedBy(lines, items) }),
    ),
  }
}

function carriedBy(lines: ParcelPlan['lines'], items: readonly ParcelLine[]): ParcelLine[] {
  const half = Math.ceil(items.length / 2)
  const carried = lines === 'all' ? items : lines === 'first half' ? items.slice(0, half) : items.slice(half)
  return carried.map(({ item_id, item_name, quantity, image_url }) => ({
    item_id,
    ...(item_name !== undefined && { item_name }),
    ...(quantity !== undefined && { quantity }),
    ...(image_url !== undefined && { image_url }),
  }))
}
