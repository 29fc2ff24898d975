import type { EventName, ShopEvent, ShopEventMap } from '../../event.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
/** A morning to begin at: 10 December 2011, 09:00 UTC. */
export const morning: number = Date.UTC(2011, 11, 10, 9)

/** An event of a test, with an id that sorts by its time. */
export function happening<Name extends EventName>(at: number, name: Name, params: ShopEventMap[Name]): ShopEvent {
  return { id: `${at}-t-0-0`, at, name, params } as ShopEvent
}

/** Items by id alone. */
export function things(...ids: string[]): { item_id: string }[] {
  return ids.map(item_id => ({ item_id }))
}
