import type { EpochMs } from '../event.ts'
import { visitGapMs } from '../profile/visits.ts'
import type { OrderStatus } from '../shipment.ts'

/** Where a shopper saw each parcel stand: pairs of parcel id and status, because ids come from outside. */
export type Steps = readonly (readonly [id: string, status: string])[]

/** What a shopper has seen of one order. Kept beside it. */
export interface SeenSteps {
  /** Last time it was on the screen. */
  at: EpochMs
  /** As it stood at the end of the visit before; what differs is new in this one. */
  before: Steps
  /** As it was last on the screen; what differs has not been read out yet. */
  last: Steps
}

/**
 * The order is on the screen at `now`: an order that is seen for the first time has nothing new. Half an hour unseen ends a visit
 * to it.
 */
export function seeSteps(seen: SeenSteps | undefined, status: OrderStatus, now: EpochMs): SeenSteps {
  const last = stepsOf(status)
  return { at: now, before: seen === undefined ? last : baseline(seen, now), last }
}

/** Ids of parcels whose step is new since the last visit to the order. */
export function newParcels(seen: SeenSteps | undefined, status: OrderStatus, now: EpochMs): string[] {
  return seen === undefined ? [] : differing(baseline(seen, now), status)
}

/** Ids of those that have not been on the screen yet: to be read out, once. */
export function unreadParcels(seen: SeenSteps | undefined, status: OrderStatus): string[] {
  return seen === undefined ? [] : differing(seen.last, status)
}

function baseline(seen: SeenSteps, now: EpochMs): Steps {
  return now - seen.at >= visitGapMs ? seen.last : seen.before
}

function differing(steps: Steps, status: OrderStatus): string[] {
  const known = new Map(steps)
  return status.shipments.filter(shipment => known.get(shipment.id) !== shipment.status).map(({ id }) => id)
}

function stepsOf(status: OrderStatus): Steps {
  return status.shipments.map(shipment => [shipment.id, shipment.status])
}
