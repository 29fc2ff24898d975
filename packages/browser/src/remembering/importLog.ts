import type { Batch } from '../log/batch.ts'
import type { EventLog } from '../log/eventLog.ts'
import { isForgotten } from '../log/forgotten.ts'
import { readCopy, type CopiedEvent, type ReadCopy } from './readCopy.ts'

/** For people who build; `<shopside-privacy>` has its own words. */
const reasons = {
  'not-allowed': 'This browser may not remember anything. Allow it first.',
  'unreadable': 'This copy cannot be read.',
  'not-a-copy': 'This is not a copy that Shopside saved.',
  'newer': 'This copy was saved by a newer Shopside.',
  'foreign': 'This copy is of another shop',
  'too-long': 'This copy holds too long a list of events.',
  'empty': 'This copy holds no event that can be read.',
}

const notAllowed = { refused: 'not-allowed' } as const

/**
 * Merges a copy into the log. Events pass the boundary like any other and keep their keys, so that loading a copy twice adds
 * nothing. Consent is never taken from a file, and a withdrawal on the way is a refusal like one before it.
 *
 * @returns counts of batches, and a reason where nothing could be done
 */
export async function importLog(
  log: EventLog | undefined, file: unknown, shop: string, base: string,
): Promise<{ added: number; skipped: number; reason?: string }> {
  const copy = log === undefined ? notAllowed : tryReadCopy(file, shop, base)
  if (copy.refused !== undefined) return refusal(copy)
  const batches = toBatches(copy.events)
  try {
    const added = await log!.merge(batches)
    return { added, skipped: batches.length - added }
  } catch (error) {
    if (!isForgotten(error)) throw error
    return refusal(notAllowed)
  }
}

function refusal(copy: Extract<ReadCopy, { refused: string }>): { added: number; skipped: number; reason: string } {
  return { added: 0, skipped: 0, reason: reasons[copy.refused] + ('shop' in copy ? ` ("${copy.shop}").` : '') }
}

/** As `readCopy`, for an object whose getters may throw. */
export function tryReadCopy(file: unknown, shop: string, base: string): ReadCopy {
  try {
    return readCopy(file, shop, base)
  } catch {
    return { refused: 'unreadable' }
  }
}

/** Events at the places they had, so that ids are the same in every browser; what could not be read is a hole. */
function toBatches(events: readonly CopiedEvent[]): Batch[] {
  const batches = new Map<string, Batch>()
  for (const { key, place, logged } of events) {
    const batch = batches.get(key) ?? { key, events: [] }
    batches.set(key, batch)
    while (batch.events.length < place) batch.events.push(null)
    batch.events[place] = logged
  }
  return [...batches.values()]
}
