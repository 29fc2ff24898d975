import { guarded, openFile } from './modelFile.ts'
import type { ModelFile } from './modelFile.ts'

/** A shard of a model: some hundred items with their rows, and the items that those name first. For `openModel`. */
export type Shard = ModelFile

/**
 * Reads a shard, or refuses it; what only its head can tell is checked by `openModel`.
 *
 * @throws ModelError, and nothing else
 */
export function openShard(bytes: Uint8Array): Shard {
  return guarded(() => openFile(bytes))
}
