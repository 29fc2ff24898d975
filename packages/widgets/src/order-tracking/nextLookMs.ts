import type { OrderStatus } from '@shopside/engine'
import { daysUntil, readZonedTime } from '../format/zonedTime.ts'
import { hasEnded } from './parcelNotes.ts'

const minuteMs = 60_000
/** On the day each minute; on the way every half hour; before that twice a day (`reference/ecosystem.md` 4.3). */
const onTheDayMs = minuteMs
const onTheWayMs = 30 * minuteMs
const beforeMs = 6 * 60 * minuteMs

/** When to ask again, in ms. undefined: everything has arrived or ended, and nothing more will come. */
export function nextLookMs(status: OrderStatus, now: number): number | undefined {
  const open = status.shipments.filter(shipment => !hasEnded(shipment))
  if (status.shipments.length > 0 && open.length === 0) return undefined
  const isToday = open.some(({ phase, eta }) => {
    const from = readZonedTime(eta?.from ?? eta?.to)
    return phase === 'arriving' || (from !== undefined && daysUntil(from, now) === 0)
  })
  if (isToday) return onTheDayMs
  return open.some(({ phase }) => phase === 'shipped' || phase === 'pickup' || phase === 'problem') ? onTheWayMs : beforeMs
}

/** After a failure: half a minute, doubling to half an hour. `failures` counts from 1. */
export function retryMs(failures: number): number {
  return Math.min(onTheWayMs, 30_000 * 2 ** (failures - 1))
}
