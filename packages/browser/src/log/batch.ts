import type { EventDraft, ShopEvent } from '@shopside/engine'

/** An event as a batch holds it: without the id, which the batch's key and the place in it make. */
export type LoggedEvent = EventDraft & { at: number; page?: string }

/**
 * The events of one task of one tab, under one key. `null` is a hole: an event that was taken out, so that the others keep their
 * ids.
 */
export interface Batch {
  key: string
  events: (LoggedEvent | null)[]
}

/** The batch's events with their ids, in order, without the holes. */
export function withIds({ key, events }: Batch): ShopEvent[] {
  const found: ShopEvent[] = []
  events.forEach((event, place) => {
    if (event !== null) found.push({ ...event, id: `${key.slice(1)}-${place}` } as ShopEvent)
  })
  return found
}
