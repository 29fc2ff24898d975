import { emptyProfile, foldPlain, type Profile } from '@shopside/engine'
import type { ConsentState, ExportFile } from '../client.ts'
import { withIds, type Batch } from '../log/batch.ts'
import type { EventLog } from '../log/eventLog.ts'
import { isForgotten } from '../log/forgotten.ts'
import { withRules } from '../log/withRules.ts'

/**
 * A copy of everything in this browser: raw events, the profile they fold to, and the consent under which they were kept. Always
 * in this order.
 */
export async function exportLog(
  log: EventLog | undefined, shop: string, exportedAt: number, consent: ConsentState,
): Promise<ExportFile> {
  const { base, batches } = await log?.read().catch(nothingLeft) ?? { batches: [] as Batch[], base: undefined }
  const events = batches.flatMap(withIds)
  const profile: Profile = await withRules(foldPlain, async fold => fold(base ?? emptyProfile(), events))
  return { format: 'shopside-export', version: 1, shop, exportedAt, consent, profile, events }
}

/** Withdrawn or erased on the way: the copy is empty, like one taken a moment later. */
function nothingLeft(error: unknown): undefined {
  if (!isForgotten(error)) throw error
}
