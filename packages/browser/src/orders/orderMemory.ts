import { toOrderNote, toSeenSteps, type OrderNote, type ParcelOrigin, type SeenSteps } from '@shopside/engine'
import type { EventLog } from '../log/eventLog.ts'
import { list, seenName } from './orderNotes.ts'

/**
 * What is kept of each order beside the log, shared by all tabs while something may be remembered; else nothing is.
 * Storage that fails is no news here: the endpoint will be asked again.
 */
export interface OrderMemory {
  note(orderId: string): Promise<OrderNote | undefined>
  setNote(orderId: string, note: OrderNote): Promise<void>
  seen(orderId: string): Promise<SeenSteps | undefined>
  setSeen(orderId: string, seen: SeenSteps): Promise<void>
}

/** @param isPaused while the shopper has paused remembering, what is known is used and nothing is added */
export function createOrderMemory(
  reading: () => Promise<EventLog | undefined>, origin: ParcelOrigin, isPaused: () => boolean = () => false,
): OrderMemory {
  async function get(name: string): Promise<unknown> {
    try {
      return await (await reading())?.getNote(name)
    } catch {
      // Nothing remembered can be read.
      return undefined
    }
  }

  async function set(name: string, value: unknown, orderId: string): Promise<void> {
    try {
      const log = await reading()
      if (log === undefined || isPaused()) return
      await log.setNote(name, value)
      await list(log, orderId)
    } catch {
      // Not stored: known until the page is closed.
    }
  }

  return {
    note: async orderId => toOrderNote(await get(orderId), orderId, origin),
    setNote: (orderId, note) => set(orderId, note, orderId),
    seen: async orderId => toSeenSteps(await get(seenName(orderId))),
    setSeen: (orderId, seen) => set(seenName(orderId), seen, orderId),
  }
}
