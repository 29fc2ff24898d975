import type { EventDraft, ShopEvent } from '@shopside/engine'

/** An event as a batch holds it: without the id, which the batch's key and the place in it make. */
export type LoggedEvent = EventDraft & { at: number; page?: string }

/** The events of one task of one tab, under one key. */
export interface Batch {
  key: string
  events: LoggedEvent[]
}

/** The batch's events with their ids, in order. */
export function withIds({ key, events }: Batch): ShopEvent[] {
  return events.map((event, place) => ({ ...event, id: `${key.slice(1)}-${place}` }) as ShopEvent)
}
