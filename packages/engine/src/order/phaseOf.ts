import type { Phase, Shipment, ShipmentStatus } from '../shipment.ts'

/** Statuses by the step of the way they belong to. */
const statuses: Record<Phase, readonly ShipmentStatus[]> = {
  ordered: ['order_placed', 'payment_pending', 'payment_confirmed', 'unknown'],
  making: ['proof_sent', 'awaiting_approval', 'changes_requested', 'approved', 'in_production', 'quality_check'],
  packed: ['packed', 'label_created'],
  shipped: ['picked_up', 'in_transit', 'customs', 'at_local_facility', 'delayed', 'on_hold'],
  arriving: ['out_for_delivery', 'driver_nearby', 'delivery_attempted'],
  pickup: ['ready_for_pickup'],
  done: ['delivered', 'picked_up_by_customer'],
  problem: ['action_required', 'failed', 'returning', 'returned', 'cancelled', 'lost', 'damaged', 'expired'],
}

/** Own keys: a page may have added to Object.prototype. */
const phases = Object.keys(statuses) as Phase[]

/** The phase of a status; undefined for a word that is none of ours. */
export function phaseOf(status: unknown): Phase | undefined {
  return phases.find(phase => (statuses[phase] as readonly unknown[]).includes(status))
}

/** A word that names a phase; undefined for any other value. */
export function toPhase(value: unknown): Phase | undefined {
  return phases.find(phase => phase === value)
}

/** Nothing more will happen to these. */
const ended: readonly ShipmentStatus[] = ['delivered', 'picked_up_by_customer', 'returned', 'cancelled', 'lost', 'expired']

/** True when no more news of a parcel can come. */
export function hasEnded({ status, phase }: Pick<Shipment, 'status' | 'phase'>): boolean {
  return ended.includes(status) || phase === 'done'
}
