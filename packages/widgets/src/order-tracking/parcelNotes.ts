import type { Shipment, ShipmentStatus } from '@shopside/engine'
import { windowWords, zonedDay, zonedMoment } from '../format/whenWords.ts'
import { daysUntil, readZonedTime } from '../format/zonedTime.ts'
import { t } from '../messages/t.ts'

const dayMs = 86_400_000
/** Silence is named after two days, and is a reason to ask after five (`reference/widgets.md`, order tracking). */
const silentAfterMs = 2 * dayMs
const askAfterMs = 5 * dayMs

const troubled = [
  'delivery_attempted', 'delayed', 'on_hold', 'action_required', 'failed', 'returning', 'returned', 'cancelled', 'lost', 'damaged', 'expired',
] as const satisfies readonly ShipmentStatus[]
/** Of these, the shop is the one to ask; the carrier can say more of the others. */
const shopsMatter: readonly ShipmentStatus[] = ['failed', 'returning', 'returned', 'cancelled', 'lost', 'damaged', 'expired']
type Trouble = (typeof troubled)[number]

/** Nothing more will happen to these. */
const ended: readonly ShipmentStatus[] = ['delivered', 'picked_up_by_customer', 'returned', 'cancelled', 'lost', 'expired']

/** When a parcel's news is from, and for how long there has been none. */
export interface Silence {
  words: string
  /** Long enough to ask the shop. */
  isLong: boolean
}

/** True when no more news can come. */
export function hasEnded(shipment: Shipment): boolean {
  return ended.includes(shipment.status) || shipment.phase === 'done'
}

/** Epoch ms of the newest thing known of a parcel; undefined when nothing carries a time. */
export function newestAt(shipment: Shipment): number | undefined {
  return (readZonedTime(shipment.events.at(-1)?.at) ?? readZonedTime(shipment.status_at))?.at
}

/** "1 of 2" where an order has several parcels. */
export interface PlaceOf {
  index: number
  count: number
}

/** "Arrives Thursday, 2–4 pm", "1 of 2 arrives Thursday", "Delivered yesterday", or the status in a word when no day is known. */
export function arrivalWords(shipment: Shipment, now: number, locale: string, place?: PlaceOf): string {
  const when = arrivesWhen(shipment, now, locale)
  if (place && when !== undefined) return t('order.parcel-arrives', { ...place, when })
  const words = when === undefined ? stateWords(shipment, now, locale) : t('order.arrives', { when })
  return place ? t('order.parcel-of', { ...place, words }) : words
}

/** The day that lies ahead; undefined when there is none. */
function arrivesWhen(shipment: Shipment, now: number, locale: string): string | undefined {
  if (hasNoDay(shipment)) return undefined
  const window = shipment.eta ?? shipment.promised
  const end = readZonedTime(window?.to ?? window?.from)
  return end && daysUntil(end, now) >= 0 ? windowWords(window, now, locale) : undefined
}

/** Nobody waits at home for these, whatever day was once named. */
function hasNoDay(shipment: Shipment): boolean {
  return hasEnded(shipment) || shipment.phase === 'pickup' || asksShop(shipment)
}

function stateWords(shipment: Shipment, now: number, locale: string): string {
  if (shipment.phase === 'done') {
    const at = readZonedTime(shipment.status_at ?? shipment.events.at(-1)?.at)
    return at ? t('order.delivered', { when: zonedDay(at, now, locale) }) : t('step.done')
  }
  const when = hasNoDay(shipment) ? undefined : windowWords(shipment.eta ?? shipment.promised, now, locale)
  return when === undefined ? t(`status.${shipment.status}`) : t('order.expected', { when })
}

/** "Now Friday. It was Thursday: held at customs." undefined while the day stands. */
export function changeWords(shipment: Shipment, now: number, locale: string): string | undefined {
  const { eta } = shipment
  if (!eta || hasEnded(shipment)) return undefined
  const current = windowWords(eta, now, locale)
  const before = windowWords(eta.previous ?? shipment.promised, now, locale)
  if (current === undefined || before === undefined || current === before) return undefined
  const reason = eta.reason?.trim().replace(/\.$/, '')
  return reason ? t('order.was-because', { now: current, before, reason }) : t('order.was', { now: current, before })
}

/** Silence of a parcel on its way, said after two days. */
export function silenceOf(shipment: Shipment, now: number, locale: string): Silence | undefined {
  const at = newestAt(shipment)
  if (at === undefined || hasEnded(shipment) || (shipment.phase !== 'shipped' && shipment.phase !== 'arriving')) return undefined
  const silentMs = now - at
  if (silentMs < silentAfterMs) return undefined
  const isLong = silentMs >= askAfterMs
  const day = zonedDay(readZonedTime(shipment.events.at(-1)?.at ?? shipment.status_at)!, now, locale)
  return { words: t(isLong ? 'order.silent-long' : 'order.silent', { day }), isLong }
}

/** One sentence for whatever is not as it should be, in the carrier's own words where it gave some. undefined: all is well. */
export function troubleOf(shipment: Shipment): string | undefined {
  if (shipment.direction === 'return' && shipment.status === 'returned') return undefined
  const trouble = troubled.find((status): status is Trouble => status === shipment.status)
  if (trouble) return shipment.message?.trim() || t(`problem.${trouble}`)
  return shipment.phase === 'problem' ? shipment.message?.trim() || t(`status.${shipment.status}`) : undefined
}

/** True when the shop can help more than the carrier. */
export function asksShop(shipment: Shipment): boolean {
  return shopsMatter.includes(shipment.status)
}

/** "Ready for pick-up at Corner Shop. Kept until Thursday, 6 pm." */
export function pickupWords(shipment: Shipment, now: number, locale: string): string | undefined {
  const { pickup } = shipment
  if (shipment.phase !== 'pickup' || !pickup) return undefined
  const until = readZonedTime(pickup.until)
  const place = [pickup.name, pickup.address].filter(Boolean).join(', ')
  const words = place ? [t('order.pickup', { place })] : []
  if (until) words.push(t('order.pickup-until', { when: zonedMoment(until, now, locale) }))
  return words.join(' ') || undefined
}
