// Which notes of orders there are beside the log, and how they are taken out of it. What they hold is read by `orderMemory.ts`.
import type { EventLog } from '../log/eventLog.ts'

/** Orders kept, the latest asked about: as many as a profile shows. */
const maxOrders = 50
/** Under this name stand the ids of all orders that are kept, newest last. No order has it for an id: ids are never empty. */
const listName = ''

/**
 * Name of what was seen of an order: apart from the answer, because any tab may write it, and an answer only the tab that asked.
 */
export function seenName(orderId: string): string {
  return `\u0001${orderId}`
}

/** Ids of all orders of which something is kept. */
export async function listed(log: EventLog): Promise<string[]> {
  const ids = await log.getNote(listName)
  return Array.isArray(ids) ? ids.filter(id => typeof id === 'string') : []
}

/** Makes an order the latest; what is kept of those beyond the fiftieth goes. */
export async function list(log: EventLog, orderId: string): Promise<void> {
  const ids = await listed(log)
  if (ids.at(-1) === orderId) return
  const all = [...ids.filter(id => id !== orderId), orderId]
  await log.setNote(listName, all.slice(-maxOrders))
  for (const id of all.slice(0, -maxOrders)) await drop(log, id)
}

/** Takes out of the log's keeping what is known of an order's parcels: the shopper forgot it. */
export async function forgetOrder(log: EventLog, orderId: string): Promise<void> {
  await drop(log, orderId)
  await log.setNote(listName, (await listed(log)).filter(id => id !== orderId))
}

async function drop(log: EventLog, orderId: string): Promise<void> {
  await log.setNote(orderId, undefined)
  await log.setNote(seenName(orderId), undefined)
}
