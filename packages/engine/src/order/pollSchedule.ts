import type { EpochMs } from '../event.ts'
import type { OrderStatus, Shipment } from '../shipment.ts'
import { readIso } from './isoTime.ts'
import { hasEnded } from './phaseOf.ts'

/**
 * What is known of asking about one order. Kept beside it, so that a page that is loaded again asks no sooner than this one would
 * have.
 */
export interface Poll {
  /** Last time the endpoint was asked, whatever came of it. */
  triedAt: EpochMs
  /** Times in a row that it did not answer. */
  failures: number
  /** When to ask again. Absent: nothing more will come. */
  nextAt?: EpochMs
}

/** `due`: at its own time. `return`: the page is looked at again, or the network is back. */
export type Wake = 'due' | 'return'

const secondMs = 1000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/**
 * Pace of everything that no line below names: half an hour, the pace of a parcel on its way. A warehouse or a counter moves a
 * parcel on within hours, and nobody plans their day by it.
 */
const usualMs = 30 * minuteMs
/** A workshop or a parcel going back counts in days. */
const slowMs = 6 * hourMs
/**
 * What was delivered may go back: a return is a parcel of its own. Two weeks are the law's in Europe, a month is usual with
 * shops.
 */
const returnsForMs = 30 * dayMs
/** The van, and the day it is expected: each minute. */
const onTheDayMs = minuteMs
const driverMs = 15 * secondMs

/** After the first failure; doubled with each further one. */
const retryMs = 30 * secondMs
/** Asks of many shoppers must not come at one moment: each interval is up to a fifth shorter or longer. */
const jitter = 0.2
/** Going to and fro between tabs brings no news that quickly: after an answer, and after a failure. */
const returnMs = 5 * secondMs
const returnAfterFailureMs = secondMs

/**
 * How often an order is worth asking about, in ms, by its liveliest parcel. undefined: everything has ended, or arrived a month
 * ago.
 */
export function pollIntervalMs(status: OrderStatus | undefined, now: EpochMs): number | undefined {
  const shipments = status?.shipments ?? []
  const open = shipments.filter(shipment => !hasEnded(shipment))
  if (shipments.length === 0) return usualMs
  if (open.length === 0) return shipments.some(shipment => mayGoBack(shipment, now)) ? slowMs : undefined
  return Math.min(...open.map(shipment => paceMs(shipment, now)))
}

function mayGoBack({ status, status_at, events }: Shipment, now: EpochMs): boolean {
  if (status !== 'delivered' && status !== 'picked_up_by_customer') return false
  const at = readIso(status_at ?? events.at(-1)?.at)?.at
  return at !== undefined && now - at < returnsForMs
}

/** Half a minute doubling, but in the long run no more often than an endpoint that answers. `failures` counts from 1. */
export function retryDelayMs(failures: number, intervalMs: number): number {
  return Math.min(Math.max(usualMs, intervalMs), retryMs * 2 ** Math.min(failures - 1, 20))
}

/** @param random in [0, 1) */
export function afterAnswer(status: OrderStatus, now: EpochMs, random: number): Poll {
  const intervalMs = pollIntervalMs(status, now)
  return { triedAt: now, failures: 0, ...(intervalMs !== undefined && { nextAt: now + jittered(intervalMs, random) }) }
}

/** @param status what was last known, if anything; @param random in [0, 1) */
export function afterFailure(before: Poll | undefined, status: OrderStatus | undefined, now: EpochMs, random: number): Poll {
  const failures = (before?.failures ?? 0) + 1
  return {
    triedAt: now, failures, nextAt: now + jittered(retryDelayMs(failures, pollIntervalMs(status, now) ?? usualMs), random),
  }
}

/** True when the clock was set back since: then the times of a poll say nothing. Clocks are corrected by seconds all the time. */
export function isAhead(poll: Poll, now: EpochMs): boolean {
  return poll.triedAt > now + minuteMs
}

/** When to ask, epoch ms, never before `now`. undefined: never again. A clock that was set back asks at once. */
export function askAt(poll: Poll | undefined, now: EpochMs, wake: Wake): EpochMs | undefined {
  if (poll === undefined || isAhead(poll, now)) return now
  const { triedAt, failures, nextAt } = poll
  if (nextAt === undefined) return undefined
  const soonest = triedAt + (failures > 0 ? returnAfterFailureMs : returnMs)
  return Math.max(now, wake === 'return' ? Math.min(nextAt, soonest) : nextAt)
}

function paceMs(shipment: Shipment, now: EpochMs): number {
  const { status, phase } = shipment
  if (status === 'driver_nearby') return driverMs
  if (phase === 'making' || status === 'returning') return slowMs
  // Nobody was in: the next try is another day's.
  if (status === 'delivery_attempted') return usualMs
  return status === 'out_for_delivery' || isExpectedToday(shipment, now) ? onTheDayMs : usualMs
}

/** By the parcel's own clock. */
function isExpectedToday({ phase, eta, promised }: Shipment, now: EpochMs): boolean {
  if (phase !== 'shipped' && phase !== 'arriving') return false
  const window = eta ?? promised
  const from = readIso(window?.from ?? window?.to)
  const to = readIso(window?.to ?? window?.from)
  if (from === undefined || to === undefined) return false
  return dayOf(now, from.offsetMinutes) >= dayOf(from.at, from.offsetMinutes)
    && dayOf(now, to.offsetMinutes) <= dayOf(to.at, to.offsetMinutes)
}

function dayOf(at: EpochMs, offsetMinutes: number): number {
  return Math.floor((at + offsetMinutes * minuteMs) / dayMs)
}

function jittered(ms: number, random: number): number {
  return Math.round(ms * (1 - jitter + 2 * jitter * random))
}
