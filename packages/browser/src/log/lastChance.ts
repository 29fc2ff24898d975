import type { Batch } from './batch.ts'
import { plainJson } from './plainJson.ts'

/** Most that one tab's slot may hold, in letters (DESIGN 5). */
const maxLetters = 8000

/**
 * The one localStorage slot per tab for events that a page leaves behind before they are stored; gone when there are none.
 * Written only while `personalize` is granted; drained, and removed once stored, at the next opening.
 * Of more than fits, the newest are kept. A batch that did get stored after all has the same key, and counts once.
 */
export function saveLastChance(storage: Storage, slotPrefix: string, tab: string, batches: readonly Batch[]): void {
  let text = ''
  for (let newest = 1; newest <= batches.length; newest++) {
    const longer = plainJson(batches.slice(-newest))
    if (longer.length > maxLetters) break
    text = longer
  }
  if (text === '') storage.removeItem(slotPrefix + tab)
  else storage.setItem(slotPrefix + tab, text)
}
