import { toId } from '../boundary/id.ts'
import type { Origin } from '../boundary/item.ts'
import { toQuantity } from '../boundary/money.ts'
import { toText } from '../boundary/text.ts'
import { toUrl } from '../boundary/url.ts'
import type { Shipment, ShipmentEvent, ShipmentStatus, TimeWindow } from '../shipment.ts'
import { readIso, toIsoText } from './isoTime.ts'
import { isRecord, own, type Foreign } from './own.ts'
import { hasEnded, phaseOf, toPhase } from './phaseOf.ts'

/** Where pictures may come from. Links to carriers may lead to any https page: a shopper presses them, the page does not. */
export type ParcelOrigin = Origin

/** Updates kept of one parcel, the newest. */
const maxEvents = 60
/** Lines kept of one parcel. */
const maxItems = 100
/** Letters of a carrier's sentence; names and places have 80. */
const sentence = 240
const name = 80

/** One parcel from outside, field by field. */
export function toShipment(given: Foreign, id: string, origin: ParcelOrigin): Shipment {
  const status = toStatus(own(given, 'status'))
  const shipment: Shipment = {
    id, status,
    phase: toPhase(own(given, 'phase')) ?? phaseOf(status)!,
    events: toEvents(own(given, 'events')),
    ...texts(given, { tracking_number: name, message: sentence }),
  }
  const trackingUrl = toLink(own(given, 'tracking_url'), origin.base)
  if (trackingUrl !== undefined) shipment.tracking_url = trackingUrl
  const statusAt = toIsoText(own(given, 'status_at'))
  if (statusAt !== undefined) shipment.status_at = statusAt
  const carrier = texts(own(given, 'carrier'), { code: name, name })
  if (carrier.code !== undefined || carrier.name !== undefined) shipment.carrier = carrier
  const promised = toWindow(own(given, 'promised'))
  if (promised !== undefined) shipment.promised = promised
  const eta = toEta(own(given, 'eta'))
  if (eta !== undefined) shipment.eta = eta
  const pickup = toPickup(own(given, 'pickup'))
  if (pickup !== undefined) shipment.pickup = pickup
  if (hasEnded(shipment)) shipment.ended = true
  if (own(given, 'direction') === 'return') shipment.direction = 'return'
  if (own(given, 'simulated') === true) shipment.simulated = true
  const items = own(given, 'items')
  if (Array.isArray(items)) shipment.items = items.slice(0, maxItems).flatMap(item => toParcelItem(item, origin) ?? [])
  return shipment
}

function toStatus(value: unknown): ShipmentStatus {
  return phaseOf(value) === undefined ? 'unknown' : value as ShipmentStatus
}

/** Oldest first; an update without a readable time is left out. */
function toEvents(value: unknown): ShipmentEvent[] {
  if (!Array.isArray(value)) return []
  const events = value.slice(-4 * maxEvents).flatMap((given: unknown): ShipmentEvent[] => {
    const at = toIsoText(own(given, 'at'))
    if (at === undefined) return []
    const status = toStatus(own(given, 'status'))
    return [{ at, status, phase: phaseOf(status)!, ...texts(given, { message: sentence, location: name }) }]
  })
  return events.sort((a, b) => readIso(a.at)!.at - readIso(b.at)!.at).slice(-maxEvents)
}

function toWindow(value: unknown): TimeWindow | undefined {
  const from = toIsoText(own(value, 'from'))
  const to = toIsoText(own(value, 'to'))
  if (from === undefined && to === undefined) return undefined
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

function toEta(value: unknown): Shipment['eta'] {
  const window = toWindow(value)
  if (window === undefined) return undefined
  const source = own(value, 'source')
  const previous = toWindow(own(value, 'previous'))
  return {
    ...window,
    source: source === 'carrier' || source === 'model' ? source : 'merchant',
    ...(previous !== undefined && { previous }),
    ...texts(value, { reason: sentence }),
  }
}

function toPickup(value: unknown): Shipment['pickup'] {
  if (!isRecord(value)) return undefined
  const type = own(value, 'type')
  const until = toIsoText(own(value, 'until'))
  return {
    type: type === 'locker' || type === 'counter' ? type : 'store',
    ...texts(value, { name, address: sentence, hours: sentence }),
    ...(until !== undefined && { until }),
  }
}

function toParcelItem(value: unknown, origin: ParcelOrigin): NonNullable<Shipment['items']>[number] | undefined {
  const id = toId(own(value, 'item_id'))
  if (id === undefined) return undefined
  const quantity = toQuantity(own(value, 'quantity'))
  const picture = own(value, 'image_url')
  const imageUrl = picture === undefined ? undefined : toUrl(picture, origin.base, origin.hosts)
  return {
    item_id: id,
    ...texts(value, { item_name: 200 }),
    ...(quantity !== undefined && { quantity }),
    ...(imageUrl !== undefined && { image_url: imageUrl }),
  }
}

/** A page to be followed: https, or the shop's own origin; without credentials. Its query stays, it names the parcel. */
function toLink(value: unknown, base: string): string | undefined {
  if (typeof value !== 'string') return undefined
  try {
    return toUrl(value, base, [new URL(value, base).host])
  } catch {
    // Not an address: the parcel stays, the link goes.
    return undefined
  }
}

/** The named fields that are texts, each cut to its length. */
function texts<Name extends string>(value: unknown, lengths: Record<Name, number>): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {}
  for (const field of Object.keys(lengths) as Name[]) {
    const text = toText(own(value, field), lengths[field])
    if (text !== undefined) found[field] = text
  }
  return found
}
