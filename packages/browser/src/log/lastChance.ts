import type { Batch } from './batch.ts'
import { readBatchKey } from './logKey.ts'

/** Most that one tab's slot may hold, in letters (DESIGN 5). */
const maxLetters = 8000

/**
 * The one localStorage slot per tab for events that a page leaves behind before they are stored.
 * Written only while `personalize` is granted; drained, and removed once stored, at the next opening.
 * Of more than fits, the newest are kept. A batch that did get stored after all has the same key, and counts once.
 */
export function saveLastChance(storage: Storage, slotPrefix: string, tab: string, batches: readonly Batch[]): void {
  let text = ''
  for (let newest = 1; newest <= batches.length; newest++) {
    const longer = JSON.stringify(batches.slice(-newest))
    if (longer.length > maxLetters) break
    text = longer
  }
  if (text !== '') storage.setItem(slotPrefix + tab, text)
}

/** The batches that earlier pages left, each with the slot to remove after it is stored. Broken slots are removed at once. */
export function readLastChance(storage: Storage, slotPrefix: string): { slot: string; batches: Batch[] }[] {
  const found: { slot: string; batches: Batch[] }[] = []
  for (const slot of Object.keys(storage)) {
    if (!slot.startsWith(slotPrefix)) continue
    const batches = parse(storage.getItem(slot))
    if (batches === undefined) storage.removeItem(slot)
    else found.push({ slot, batches })
  }
  return found
}

function parse(text: string | null): Batch[] | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return Array.isArray(value) && value.every(isBatch) ? value : undefined
  } catch {
    // Somebody else's text under our name: not ours to keep.
    return undefined
  }
}

function isBatch(value: unknown): value is Batch {
  const batch = value as Partial<Batch> | null
  return typeof batch === 'object' && batch !== null && readBatchKey(batch.key) !== undefined && Array.isArray(batch.events)
}
