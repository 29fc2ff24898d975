import type { Shipment } from '@shopside/engine'
import { windowWords, zonedDay } from '../format/whenWords.ts'
import { daysUntil, readZonedTime } from '../format/zonedTime.ts'
import { t } from '../messages/t.ts'

/** Parcels of which the shop knows more than the carrier: nobody waits at home for them either. */
const shopsMatter: readonly Shipment['status'][] = ['failed', 'returning', 'returned', 'cancelled', 'lost', 'damaged', 'expired']
/** Parcels that are late or held: their one sentence says so. */
const held: readonly Shipment['status'][] = ['delivery_attempted', 'delayed', 'on_hold', 'action_required']

/** Silence is named after two days. */
export const silentAfterMs: number = 2 * 86_400_000

/** "1 of 2" where an order has several parcels. */
export interface PlaceOf {
  index: number
  count: number
}

/** True when the shop can help more than the carrier. */
export function asksShop(shipment: Shipment): boolean {
  return shopsMatter.includes(shipment.status)
}

/** Epoch ms of the newest thing known of a parcel; undefined when nothing carries a time. */
export function newestAt(shipment: Shipment): number | undefined {
  return (readZonedTime(shipment.events.at(-1)?.at) ?? readZonedTime(shipment.status_at))?.at
}

/**
 * A parcel that goes its way: it has a day ahead or has arrived, nothing changed, nothing is wrong. All others need
 * `orderMorePart`.
 */
export function isPlain(shipment: Shipment, now: number): boolean {
  const { phase, status, eta, promised, direction } = shipment
  if (direction === 'return' || phase === 'problem' || phase === 'pickup' || asksShop(shipment) || held.includes(status)) {
    return false
  }
  if (phase === 'done') return true
  const before = eta?.previous ?? promised
  if (eta && before && (eta.from !== before.from || eta.to !== before.to)) return false
  const isSilent = (phase === 'shipped' || phase === 'arriving') && now - (newestAt(shipment) ?? now) >= silentAfterMs
  return !isSilent && hasDayAhead(shipment, now)
}

/** "Arrives Thursday, 2–4 pm", "1 of 2 arrives Thursday", "Delivered yesterday", or the status in a word when no day is known. */
export function arrivalWords(shipment: Shipment, now: number, locale: string, place?: PlaceOf): string {
  const when = hasDayAhead(shipment, now) ? windowWords(shipment.eta ?? shipment.promised, now, locale) : undefined
  if (place && when !== undefined) return t('order.parcel-arrives', { ...place, when })
  const words = when === undefined ? stateWords(shipment, now, locale) : t('order.arrives', { when })
  return place ? t('order.parcel-of', { ...place, words }) : words
}

function hasDayAhead(shipment: Shipment, now: number): boolean {
  if (hasNoDay(shipment) || (held.includes(shipment.status) && !hasNewDay(shipment))) return false
  const window = shipment.eta ?? shipment.promised
  const end = readZonedTime(window?.to ?? window?.from)
  return end !== undefined && daysUntil(end, now) >= 0
}

/** A day that was named since it was held or tried: the one of before is not to be waited for. */
function hasNewDay({ eta, promised }: Shipment): boolean {
  const before = eta?.previous ?? promised
  return eta !== undefined && before !== undefined && (eta.from !== before.from || eta.to !== before.to)
}

/** Nobody waits at home for these, whatever day was once named. */
function hasNoDay(shipment: Shipment): boolean {
  return shipment.ended === true || shipment.phase === 'done' || shipment.phase === 'pickup' || asksShop(shipment)
}

function stateWords(shipment: Shipment, now: number, locale: string): string {
  if (shipment.phase === 'done') {
    const at = readZonedTime(shipment.status_at ?? shipment.events.at(-1)?.at)
    const isCollected = shipment.status === 'picked_up_by_customer'
    if (at === undefined) return t(isCollected ? 'step.collected' : 'step.done')
    return t(isCollected ? 'order.collected' : 'order.delivered', { when: zonedDay(at, now, locale) })
  }
  const window = shipment.eta ?? shipment.promised
  const end = readZonedTime(window?.to ?? window?.from)
  // The day of before is past, or is none any more: tried on it, or held since.
  const isPast = end !== undefined && daysUntil(end, now) < 0 && shipment.status !== 'delivery_attempted'
  const when = isPast && !hasNoDay(shipment) ? windowWords(window, now, locale) : undefined
  return when === undefined ? t(`status.${shipment.status}`) : t('order.expected', { when })
}
