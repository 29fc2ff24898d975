import { emptyProfile, emptyRecord } from './emptyProfile.ts'
import type { Profile } from './profile.ts'

/**
 * A profile under work. Its records are copies of its own; whatever they hold (memories, lines, orders) is shared with the
 * profile it came from and is replaced, never changed. `itemCount` spares counting 500 keys at every event.
 */
export interface Draft {
  profile: Profile
  itemCount: number
}

/** Opens a profile for folding; the original is never written. Fields missing from an old file get their empty value. */
export function openDraft(profile: Profile): Draft {
  const open: Profile = { ...emptyProfile(), ...profile }
  open.items = copyRecord(open.items)
  open.orderIds = copyRecord(open.orderIds)
  open.notForMe = copyRecord(open.notForMe)
  open.promotions = copyRecord(open.promotions)
  return { profile: open, itemCount: Object.keys(open.items).length }
}

function copyRecord<Value>(record: Record<string, Value>): Record<string, Value> {
  return Object.assign(emptyRecord<Value>(), record)
}
