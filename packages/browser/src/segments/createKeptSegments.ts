import type { Membership } from '@shopside/engine'
import { mayRemember } from '../consent/gate.ts'
import type { WayIn } from '../wayIn.ts'
import { keptSegmentsKey } from './keptSegmentsKey.ts'

/** As much as the answer about consent may take: what every page reads before its first frame stays small. */
const maxBytes = 300

/**
 * Memberships beside the consent key, for the first frame of the next page (`stub.ts`): ids with spaces between, while the shopper may
 * be remembered, and gone when not. A page on which `<shopside-when>` stands begins it; from then on every page that knows better
 * writes it.
 */
export interface KeptSegments {
  keep(memberships: readonly Membership[] | undefined, begins: boolean): void
}

export function createKeptSegments({ environment, name, gate }: Pick<WayIn, 'environment' | 'name' | 'gate'>): KeptSegments {
  const key = keptSegmentsKey(name)
  return {
    keep(memberships, begins) {
      try {
        const storage = environment.localStorage()
        const before = storage.getItem(key)
        if (memberships === undefined || !mayRemember(gate.state.peek()) || gate.isPaused() || gate.isOutdated()) {
          if (before !== null) storage.removeItem(key)
        } else if (begins || before !== null) {
          const text = toText(memberships)
          if (text !== before) storage.setItem(key, text)
        }
      } catch {
        // Full or refused: the next page begins with what its author wrote.
      }
    },
  }
}

/** As many whole ids as there is room for. Ids are plain letters: one byte each. */
function toText(memberships: readonly Membership[]): string {
  let text = ''
  for (const { id } of memberships) if (text.length + 1 + id.length <= maxBytes) text += (text && ' ') + id
  return text
}
