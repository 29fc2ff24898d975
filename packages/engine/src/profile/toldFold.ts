import type { ShopEvent } from '../event.ts'
import { emptyRecord } from './emptyProfile.ts'
import type { Profile } from './profile.ts'
import { trimRecord } from './trimRecord.ts'

/** All presets, and more rules of a shop than are accepted. */
const maxTold = 300

/**
 * Folds `segment_entered` and `segment_exited`: which edges have been told, so that no tab tells one again. Saying one twice changes
 * nothing. It is Shopside's own word: no visit, no memory.
 */
export function noteTold(profile: Profile, { name, params, at }: ShopEvent): void {
  const { segment_id: id } = params as { segment_id?: unknown }
  if (typeof id !== 'string') return
  const before = profile.told
  const isTold = before !== undefined && Object.hasOwn(before, id)
  if (isTold === (name === 'segment_entered')) return
  const told = Object.assign(emptyRecord<number>(), before)
  if (isTold) delete told[id]
  else told[id] = at
  trimRecord(told, maxTold, time => time)
  profile.told = told
}
