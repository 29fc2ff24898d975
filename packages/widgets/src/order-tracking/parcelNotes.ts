import type { Shipment, ShipmentStatus } from '@shopside/engine'
import { t } from '../messages/t.ts'
import type { OrderWords } from './orderView.ts'

const dayMs = 86_400_000
/** Silence is named after two days, and is a reason to ask after five. */
const silentAfterMs = 2 * dayMs
const askAfterMs = 5 * dayMs

const troubled = [
  'delivery_attempted', 'delayed', 'on_hold', 'action_required', 'failed', 'returning', 'returned', 'cancelled', 'lost',
  'damaged', 'expired',
] as const satisfies readonly ShipmentStatus[]
type Trouble = (typeof troubled)[number]

/** For how long there has been no news of a parcel. */
export interface Silence {
  words: string
  /** Long enough to ask the shop. */
  isLong: boolean
}

/** "Now Friday. It was Thursday: held at customs." undefined while the day stands, and when it only became more exact. */
export function changeWords(shipment: Shipment, words: OrderWords): string | undefined {
  const { eta } = shipment
  if (!eta || shipment.ended) return undefined
  const current = words.window(eta)
  const before = words.window(eta.previous ?? shipment.promised)
  if (current === undefined || before === undefined || current.startsWith(before)) return undefined
  const reason = eta.reason?.trim().replace(/\.$/, '')
  return reason ? t('order.was-because', { now: current, before, reason }) : t('order.was', { now: current, before })
}

/** Silence of a parcel on its way, said after two days. */
export function silenceOf(shipment: Shipment, now: number, words: OrderWords): Silence | undefined {
  const time = words.readTime(shipment.events.at(-1)?.at) ?? words.readTime(shipment.status_at)
  if (time === undefined || shipment.ended || (shipment.phase !== 'shipped' && shipment.phase !== 'arriving')) return undefined
  const silentMs = now - time.at
  if (silentMs < silentAfterMs) return undefined
  const isLong = silentMs >= askAfterMs
  return { words: t(isLong ? 'order.silent-long' : 'order.silent', { day: words.day(time) }), isLong }
}

/** One sentence for whatever is not as it should be, in the carrier's own words where it gave some. undefined: all is well. */
export function troubleOf(shipment: Shipment): string | undefined {
  if (shipment.direction === 'return' && shipment.status === 'returned') return undefined
  const trouble = troubled.find((status): status is Trouble => status === shipment.status)
  if (trouble) return shipment.message?.trim() || t(`problem.${trouble}`)
  return shipment.phase === 'problem' ? shipment.message?.trim() || t(`status.${shipment.status}`) : undefined
}

/** "Ready for pick-up at Corner Shop. Kept until Thursday, 6 pm." */
export function pickupWords(shipment: Shipment, words: OrderWords): string | undefined {
  const { pickup } = shipment
  if (shipment.phase !== 'pickup' || !pickup) return undefined
  const until = words.readTime(pickup.until)
  const place = [pickup.name, pickup.address].filter(Boolean).join(', ')
  const sentences = place ? [t('order.pickup', { place })] : []
  if (until) sentences.push(t('order.pickup-until', { when: words.moment(until) }))
  return sentences.join(' ') || undefined
}
