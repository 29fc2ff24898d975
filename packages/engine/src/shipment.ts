/** Where a parcel is, for the stepper. */
export type Phase = 'ordered' | 'making' | 'packed' | 'shipped' | 'arriving' | 'pickup' | 'done' | 'problem'

/** The fine word for a parcel's state (the words of carriers and tracking services, brought together). */
export type ShipmentStatus =
  | 'order_placed' | 'payment_pending' | 'payment_confirmed'
  | 'proof_sent' | 'awaiting_approval' | 'changes_requested' | 'approved' | 'in_production' | 'quality_check'
  | 'packed' | 'label_created'
  | 'picked_up' | 'in_transit' | 'customs' | 'at_local_facility'
  | 'out_for_delivery' | 'driver_nearby' | 'delivery_attempted'
  | 'ready_for_pickup'
  | 'delivered' | 'picked_up_by_customer'
  | 'delayed' | 'on_hold' | 'action_required' | 'failed' | 'returning' | 'returned' | 'cancelled' | 'lost' | 'damaged'
  | 'expired' | 'unknown'

/** ISO 8601 with offset; either end may be open. */
export interface TimeWindow {
  from?: string
  to?: string
}

export interface ShipmentEvent {
  /** ISO 8601 with offset. */
  at: string
  status: ShipmentStatus
  /** Derived from the status when an answer is read; an endpoint need not send it. */
  phase?: Phase
  message?: string
  location?: string
}

/** One parcel as the shop's endpoint tells it. All times ISO 8601 with offset. */
export interface Shipment {
  id: string
  order_id?: string
  carrier?: { code?: string; name?: string }
  tracking_number?: string
  tracking_url?: string
  status: ShipmentStatus
  phase: Phase
  status_at?: string
  message?: string
  promised?: TimeWindow
  eta?: TimeWindow & { source: 'carrier' | 'merchant' | 'model'; previous?: TimeWindow; reason?: string }
  events: ShipmentEvent[]
  items?: { item_id: string; item_name?: string; quantity?: number; image_url?: string }[]
  pickup?: { type: 'locker' | 'counter' | 'store'; name?: string; address?: string; hours?: string; until?: string }
  direction?: 'outbound' | 'return'
  /** Derived when an answer is read: no more news can come. */
  ended?: true
  /** Demo and test data say so, and the widget says it too. */
  simulated?: boolean
}

/** What the shop's order endpoint answers: all parcels of one order, and what is not yet in any of them. */
export interface OrderStatus {
  order_id: string
  placed_at?: string
  shipments: Shipment[]
}
