import type { EventDraft } from '@shopside/engine'
import type { Status } from './client.ts'

/** Most ids counted on one page, and most that `status()` lists. */
const maxIds = 1000
const maxListed = 20

/**
 * How many of the ids that the page names the catalogue knows: the first reason for a shop that sees no recommendations is that
 * its pages and its feed call the same thing differently.
 */
export interface IdMatch {
  note(draft: EventDraft): void
  /** @param knows whether the catalogue has an id; undefined while there is no model */
  status(knows: ((itemId: string) => boolean) | undefined): Status['match']
}

export function createIdMatch(): IdMatch {
  const seen = new Set<string>()
  return {
    note({ name, params }) {
      // What our own rows show came from the catalogue.
      if (name === 'custom' || !('items' in params) || params.items === undefined || 'shopside_placement' in params) return
      for (const { item_id } of params.items) if (seen.size < maxIds) seen.add(item_id)
    },
    status(knows) {
      if (knows === undefined) return undefined
      const unknown = [...seen].filter(id => !knows(id))
      return { known: seen.size - unknown.length, seen: seen.size, unknown: unknown.slice(0, maxListed) }
    },
  }
}
