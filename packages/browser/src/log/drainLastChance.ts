import type { Batch } from './batch.ts'
import type { EventLog } from './eventLog.ts'
import { toBatch } from './records.ts'

/** Stores what earlier pages left in their slots, each slot removed once it is stored. Broken slots are removed at once. */
export async function drainLastChance(storage: Storage, slotPrefix: string, log: EventLog): Promise<void> {
  for (const slot of Object.keys(storage)) {
    if (!slot.startsWith(slotPrefix)) continue
    for (const batch of readSlot(storage.getItem(slot))) await log.append(batch)
    storage.removeItem(slot)
  }
}

function readSlot(text: string | null): Batch[] {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return Array.isArray(value) ? value.flatMap((batch: Partial<Batch> | null) => toBatch(batch?.key, batch?.events) ?? []) : []
  } catch {
    // Somebody else's text under our name: not ours to keep.
    return []
  }
}
