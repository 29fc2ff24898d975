import type { OrderStatus, Shipment, TimeWindow } from '../shipment.ts'

/**
 * The new answer, with the day that was named before where the endpoint only swapped it: a change is told, not swapped.
 * What the endpoint itself says of an earlier day stands.
 *
 * @param before what was last known of the same order
 */
export function tellChange(before: OrderStatus | undefined, answer: OrderStatus): OrderStatus {
  const known = new Map(before?.shipments.map(shipment => [shipment.id, shipment]))
  return { ...answer, shipments: answer.shipments.map(shipment => withPrevious(shipment, known.get(shipment.id)?.eta)) }
}

function withPrevious(shipment: Shipment, before: Shipment['eta']): Shipment {
  const { eta } = shipment
  if (!eta || !before || eta.previous) return shipment
  // The same day as before was perhaps told as a change already, and still is one.
  const previous = isSame(eta, before) ? before.previous : windowOf(before)
  return previous && !isSame(previous, eta) ? { ...shipment, eta: { ...eta, previous } } : shipment
}

function windowOf({ from, to }: TimeWindow): TimeWindow {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

function isSame(one: TimeWindow, other: TimeWindow): boolean {
  return one.from === other.from && one.to === other.to
}
