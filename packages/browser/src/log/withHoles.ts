import type { ShopEvent } from '@shopside/engine'
import { withIds, type Batch } from './batch.ts'

/** The batch without the events that match; the same object when none does. Its key stays, so that no copy brings them back. */
export function withHoles(batch: Batch, matches: (event: ShopEvent) => boolean): Batch {
  const ids = new Set(withIds(batch).filter(matches).map(event => event.id))
  if (ids.size === 0) return batch
  const prefix = `${batch.key.slice(1)}-`
  return { key: batch.key, events: batch.events.map((event, place) => (ids.has(`${prefix}${place}`) ? null : event)) }
}
