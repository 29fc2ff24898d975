import type { EpochMs } from '../event.ts'
import type { OrderStatus } from '../shipment.ts'
import { isRecord, own } from './own.ts'
import type { Poll } from './pollSchedule.ts'
import type { SeenSteps, Steps } from './seenSteps.ts'
import { toOrderStatus } from './toOrderStatus.ts'
import type { ParcelOrigin } from './toShipment.ts'

/** What is kept of one order beside the log: its parcels as last answered, and when to ask again. */
export interface OrderNote {
  /** Absent while nobody has answered. */
  status?: OrderStatus
  /** When the endpoint last said so. */
  at?: EpochMs
  /** The ETag of that answer. */
  etag?: string
  poll: Poll
}

/** Reads a note out of storage, where anything may stand; undefined when it is none. */
export function toOrderNote(value: unknown, orderId: string, origin: ParcelOrigin): OrderNote | undefined {
  const poll = toPoll(own(value, 'poll'))
  if (poll === undefined) return undefined
  const at = toTime(own(value, 'at'))
  const status = at === undefined ? undefined : toOrderStatus(own(value, 'status'), orderId, origin)
  const etag = own(value, 'etag')
  // An ETag without its answer would be answered with "the same", and there would be nothing to show.
  return status === undefined ? { poll } : { poll, status, at: at!, ...(typeof etag === 'string' && { etag }) }
}

/** Reads what was seen out of storage; undefined when it is nothing of the kind. */
export function toSeenSteps(value: unknown): SeenSteps | undefined {
  const at = toTime(own(value, 'at'))
  const before = toSteps(own(value, 'before'))
  const last = toSteps(own(value, 'last'))
  return at === undefined || before === undefined || last === undefined ? undefined : { at, before, last }
}

function toPoll(value: unknown): Poll | undefined {
  const triedAt = toTime(own(value, 'triedAt'))
  const failures = toTime(own(value, 'failures'))
  const nextAt = toTime(own(value, 'nextAt'))
  if (triedAt === undefined || failures === undefined) return undefined
  // Only what has ended has no next time, and then it says so by leaving it out.
  if (nextAt === undefined && isRecord(value) && Object.hasOwn(value, 'nextAt')) return undefined
  return { triedAt, failures, ...(nextAt !== undefined && { nextAt }) }
}

function toTime(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 8.64e15 ? value : undefined
}

function toSteps(value: unknown): Steps | undefined {
  if (!Array.isArray(value)) return undefined
  const isStep = (step: unknown): step is [string, string] =>
    Array.isArray(step) && step.length === 2 && typeof step[0] === 'string' && typeof step[1] === 'string'
  return value.filter(isStep)
}
