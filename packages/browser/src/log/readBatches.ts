import type { Batch } from './batch.ts'
import { keyRange } from './logKey.ts'
import { toBatch, toChunk } from './records.ts'
import { ask } from './useStore.ts'

/**
 * Most batches of the tail that one read takes in: a hundred tabs that write two hundred each are read whole; of a tail that an old fault
 * left longer, the newest, until it is folded together.
 */
const maxTail = 25_000

const tailRange = (): IDBKeyRange => IDBKeyRange.bound(...keyRange('e'))
export const chunkRange = (): IDBKeyRange => IDBKeyRange.bound(...keyRange('c'))

/** Keys of the tail, in order; of one beyond all bounds, the newest. */
export async function readTailKeys(records: IDBObjectStore): Promise<string[]> {
  const keys = await ask(records.getAllKeys(tailRange(), maxTail + 1)) as string[]
  if (keys.length <= maxTail) return keys
  const first = await keyFromEnd(records, maxTail)
  return await ask(records.getAllKeys(IDBKeyRange.bound(first, keyRange('e')[1]))) as string[]
}

/** The tail's batch that has `newer` batches after it. */
function keyFromEnd(records: IDBObjectStore, newer: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const walk = records.openKeyCursor(tailRange(), 'prev')
    let moved = false
    walk.onerror = () => reject(walk.error)
    walk.onsuccess = () => {
      const at = walk.result
      if (at === null || moved) return resolve(String(at?.key ?? 'e'))
      moved = true
      at.advance(newer - 1)
    }
  })
}

/** The batches under these keys of the tail (in order, next to each other or nearly), without what is no batch of ours. */
export async function readTail(records: IDBObjectStore, keys: readonly string[]): Promise<Batch[]> {
  if (keys.length === 0) return []
  const range = IDBKeyRange.bound(keys[0], keys.at(-1))
  const [found, values] = await Promise.all([
    ask(records.getAllKeys(range)), ask<unknown[]>(records.getAll(range)),
  ])
  const wanted = new Set<IDBValidKey>(keys)
  return found.flatMap((key, index) => (wanted.has(key) ? toBatch(key, values[index]) ?? [] : []))
}

/** All raw batches of chunks and tail, in key order, each once. */
export async function readAllBatches(records: IDBObjectStore): Promise<Batch[]> {
  const [chunks, keys] = await Promise.all([ask<unknown[]>(records.getAll(chunkRange())), readTailKeys(records)])
  // A batch that a page left in its slot and had stored after all may come again after it was folded into a chunk.
  const all = new Map<string, Batch>()
  for (const batch of await readTail(records, keys)) all.set(batch.key, batch)
  for (const chunk of chunks) for (const batch of toChunk(chunk)?.batches ?? []) all.set(batch.key, batch)
  return [...all.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}
