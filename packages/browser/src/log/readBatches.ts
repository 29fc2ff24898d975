import type { Batch } from './batch.ts'
import { keyRange } from './logKey.ts'
import { toBatch, toChunk } from './records.ts'
import { ask } from './useStore.ts'

/** Longest tail that is read whole: a hundred tabs that write two hundred batches each. */
export const maxTail = 25_000
/** Newest batches that are read of a tail that an old fault left longer, until the rest is folded together. */
const maxNewest = 1000
/** Events that one fold reads of the tail, about: five times what the caps let be. */
const maxFolded = 25_000
/** Batches that are looked at to guess how many events the others hold. */
const sampled = 16
/** Events taken in by one task, about: a few milliseconds on a slow processor. */
const eventsAtOnce = 400
/** Batches asked for at once. */
const maxAtOnce = 400

export const tailRange = (): IDBKeyRange => IDBKeyRange.bound(...keyRange('e'))
export const chunkRange = (): IDBKeyRange => IDBKeyRange.bound(...keyRange('c'))

/** Keys of the tail, in order; of one beyond all bounds, the newest. */
export async function readTailKeys(records: IDBObjectStore): Promise<string[]> {
  const keys = await ask(records.getAllKeys(tailRange(), maxTail + 1)) as string[]
  if (keys.length <= maxTail) return keys
  const first = await keyFromEnd(records, maxNewest)
  return await ask(records.getAllKeys(IDBKeyRange.bound(first, keyRange('e')[1]))) as string[]
}

/**
 * Those of the tail's keys (in order) that a fold reads: all, but of a tail that holds more events than any log of ours the newest. The
 * rest counts once it is folded together.
 */
export async function keysToFold(records: IDBObjectStore, keys: string[]): Promise<string[]> {
  if (keys.length <= sampled) return keys
  const looks = await Promise.all(Array.from({ length: sampled }, (_, n) => (
    ask<unknown>(records.get(keys[Math.floor(n * keys.length / sampled)]!))
  )))
  const events = looks.reduce((sum: number, value) => sum + (Array.isArray(value) ? value.length : 1), 0)
  return keys.slice(-Math.ceil(maxFolded * sampled / events))
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
  const batches: Batch[] = []
  await readInSteps(records, keys, found => void batches.push(...toBatches(found)))
  return batches
}

/** Those of some records that are batches of ours. */
export function toBatches(found: readonly [string, unknown][]): Batch[] {
  return found.flatMap(([key, value]) => toBatch(key, value) ?? [])
}

/**
 * Reads the records under these keys of the tail some at a time: each answer of the database is a task of its own, so that a long
 * tail never holds up the page.
 *
 * @param take gets the next records, in order; true: that is enough
 */
export async function readInSteps(
  records: IDBObjectStore, keys: readonly string[], take: (found: [string, unknown][]) => boolean | void,
): Promise<void> {
  let size = 4
  for (let next = 0; next < keys.length;) {
    const wanted = new Set<IDBValidKey>(keys.slice(next, next + size))
    next += wanted.size
    const range = IDBKeyRange.bound(keys[next - wanted.size], keys[next - 1])
    const [found, values] = await Promise.all([ask(records.getAllKeys(range)), ask<unknown[]>(records.getAll(range))])
    if (take(found.flatMap((key, index) => (wanted.has(key) ? [[String(key), values[index]]] : [])))) return
    // As many events as in these are a guess at how many come next.
    const events = values.reduce((sum: number, value) => sum + (Array.isArray(value) ? value.length : 1), 1)
    size = Math.ceil(Math.min(size * 4, maxAtOnce, wanted.size * eventsAtOnce / events))
  }
}

/**
 * All raw batches of chunks and tail, in key order, each once.
 *
 * @param tailKeys of the tail these alone. @default all that may be read
 */
export async function readAllBatches(records: IDBObjectStore, tailKeys?: readonly string[]): Promise<Batch[]> {
  const [chunkKeys, keys] = await Promise.all([ask(records.getAllKeys(chunkRange())), tailKeys ?? readTailKeys(records)])
  // A batch that a page left in its slot and had stored after all may come again after it was folded into a chunk.
  const all = new Map<string, Batch>()
  for (const batch of await readTail(records, keys)) all.set(batch.key, batch)
  for (const key of chunkKeys) {
    for (const batch of toChunk(await ask<unknown>(records.get(key)))?.batches ?? []) all.set(batch.key, batch)
  }
  return [...all.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}
