import type { OrderStatus } from '@shopside/engine'
import type { Client } from './client.ts'
import type { EventLog } from './log/eventLog.ts'

/**
 * Last known parcels of each order, for a shopper who is offline: beside the log while something may be remembered, else for this page.
 * Storage that fails is no news here: the endpoint will be asked again.
 */
export function createOrderMemory(reading: () => Promise<EventLog | undefined>, now: () => number): Client['orderMemory'] {
  const onThisPage = new Map<string, { status: OrderStatus; at: number }>()
  return {
    async get(orderId) {
      const known = onThisPage.get(orderId)
      if (known !== undefined) return known
      try {
        const note = await (await reading())?.getNote(orderId)
        return isNote(note) ? note : undefined
      } catch {
        // Nothing remembered can be read.
        return undefined
      }
    },
    async set(orderId, status) {
      const note = { status, at: now() }
      onThisPage.set(orderId, note)
      try {
        await (await reading())?.setNote(orderId, note)
      } catch {
        // Not stored: known until the page is closed.
      }
    },
  }
}

function isNote(value: unknown): value is { status: OrderStatus; at: number } {
  const note = value as { status?: { shipments?: unknown }; at?: unknown } | null | undefined
  return typeof note === 'object' && note !== null && typeof note.at === 'number' && Array.isArray(note.status?.shipments)
}
