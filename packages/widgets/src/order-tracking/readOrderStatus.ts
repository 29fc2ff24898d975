import type { OrderStatus, Phase, Shipment, ShipmentEvent, ShipmentStatus } from '@shopside/engine'
import { readZonedTime } from '../format/zonedTime.ts'
import { phaseOf } from './phaseOf.ts'

const phases: readonly Phase[] = ['ordered', 'making', 'packed', 'shipped', 'arriving', 'pickup', 'done', 'problem']

/**
 * What the shop's endpoint answered, in the form the view can trust: unknown words become `unknown`, events are sorted
 * oldest first, those without a readable time are dropped.
 *
 * @returns undefined when it is no order status at all
 */
export function readOrderStatus(answer: unknown): OrderStatus | undefined {
  const given = answer as Partial<OrderStatus> | null | undefined
  if (typeof given !== 'object' || given === null || !Array.isArray(given.shipments)) return undefined
  return {
    order_id: String(given.order_id ?? ''),
    ...(typeof given.placed_at === 'string' && { placed_at: given.placed_at }),
    shipments: given.shipments.flatMap((shipment, place) => readShipment(shipment, place) ?? []),
  }
}

function readShipment(given: Partial<Shipment> | null | undefined, place: number): Shipment | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const status = readStatus(given.status)
  const events = (Array.isArray(given.events) ? given.events : []).flatMap(event => readEvent(event) ?? [])
  events.sort((a, b) => timeOf(a) - timeOf(b))
  const shipment: Shipment = {
    id: String(given.id ?? place), status, events,
    phase: phases.includes(given.phase!) ? given.phase! : phaseOf(status)!,
  }
  for (const name of ['tracking_number', 'tracking_url', 'status_at', 'message'] as const) {
    if (typeof given[name] === 'string') shipment[name] = given[name]
  }
  for (const name of ['promised', 'eta', 'pickup', 'carrier'] as const) {
    if (isRecord(given[name])) Object.assign(shipment, { [name]: wordsOf(given[name]) })
  }
  if (isRecord(given.eta?.previous)) shipment.eta!.previous = wordsOf(given.eta.previous)
  if (given.direction === 'return') shipment.direction = 'return'
  if (given.simulated === true) shipment.simulated = true
  if (Array.isArray(given.items)) shipment.items = given.items.filter(item => isRecord(item) && typeof item.item_id === 'string')
  return shipment
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The fields of a record that are text: all that a view may print. */
function wordsOf(record: object): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => typeof value === 'string'))
}

function readEvent(given: Partial<ShipmentEvent> | null | undefined): ShipmentEvent | undefined {
  if (typeof given !== 'object' || given === null || !readZonedTime(given.at)) return undefined
  const { message, location } = given
  return {
    at: given.at!, status: readStatus(given.status),
    ...(typeof message === 'string' && { message }), ...(typeof location === 'string' && { location }),
  }
}

function readStatus(status: unknown): ShipmentStatus {
  return phaseOf(status) ? status as ShipmentStatus : 'unknown'
}

function timeOf(event: ShipmentEvent): number {
  return readZonedTime(event.at)?.at ?? 0
}
