import type { Batch } from './batch.ts'
import { sealOf } from './sealedText.ts'

/**
 * Key of a chunk: that of its first batch, so that chunks sort by time, and a seal of all keys, so that another chunk never bears
 * it: the mirror writes a chunk once and knows it by its key.
 *
 * @param salt for a chunk whose batches are the same and whose events are not
 */
export function chunkKey(batches: readonly Batch[], salt = ''): string {
  return `c${batches[0]!.key}.${sealOf(salt + batches.map(batch => batch.key).join())}`
}
