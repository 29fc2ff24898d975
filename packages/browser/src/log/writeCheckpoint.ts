import type { UseStore } from 'idb-keyval'
import {
  baseEntry, baseName, checkpointName, chunkName, listCheckpoints, readCheckpoint, type Checkpoint,
} from './checkpoint.ts'
import { isInBase } from './isInBase.ts'
import { baseKey, metaKey } from './logKey.ts'
import type { MirrorCache } from './mirrorCache.ts'
import { chunkRange, readTail, readTailKeys } from './readBatches.ts'
import { isNewer, recordVersion, toBase, toChunk, toMeta, type BaseRecord } from './records.ts'
import { ask, committed } from './useStore.ts'

/** Checkpoints kept: the newest, and the one before in case the newest is torn. */
const checkpointsKept = 2

/**
 * Newest batches of the tail that a checkpoint takes in: more is a log that waits to be folded together, and would hold up the
 * page.
 */
const maxTailKept = 5000

/**
 * `isWhole`: all of the log is in it. `nameless`: the log has no meta record (any more); settle first. `strange`: the mirror is
 * of another stretch.
 */
export type Written = { checkpoint: Checkpoint; isRebuilt: boolean; isWhole: boolean } | 'nameless' | 'strange'

/**
 * Copies the log as the database holds it: what the mirror lacks of chunks and base, then one checkpoint under a new name, then
 * away with what no kept checkpoint names. Cut short anywhere, the mirror holds a whole older copy.
 *
 * @param about `withoutOlder`: raw events were taken out, no older checkpoint may stay. `isUnited`: the log holds what a strange
 * mirror held.
 *   `isFirst`: of this page. A browser that was killed can take the last records of a log and leave the rest: then the checkpoint that is
 *   to be replaced knows more, and the mirror counts as strange.
 */
export async function writeCheckpoint(
  store: UseStore, cache: MirrorCache, about: { withoutOlder?: boolean; isUnited?: boolean; isFirst?: boolean } = {},
): Promise<Written> {
  const names = await cache.names()
  const older = listCheckpoints(names)
  const log = await readForMirror(store, new Set(names))
  if (log === undefined) return 'nameless'
  const { epoch, base, chunkKeys, missing, tail, tailKeys, isMirrored } = log
  if (!about.isUnited && older[0] !== undefined) {
    if (older[0].epoch !== epoch) return 'strange'
    if (about.isFirst && knowsMore(await readCheckpoint(cache, older[0].name), log)) return 'strange'
  }

  for (const { key, batches } of missing) await cache.write(chunkName(key), { v: recordVersion, batches })
  const baseAs = base === undefined ? undefined : baseName(epoch, base.turn)
  if (baseAs !== undefined && !names.includes(baseAs)) await cache.write(baseAs, baseEntry(base!))
  const checkpoint: Checkpoint = {
    v: recordVersion, epoch, sequence: (older[0]?.sequence ?? 0) + 1, chunks: chunkKeys.map(chunkName),
    tail: tail.map(({ key, events }) => [key, events]), ...(baseAs === undefined ? {} : { base: baseAs }),
  }
  await cache.write(checkpointName(checkpoint.sequence, epoch), checkpoint)
  if (!isMirrored) await noteMirrored(store, epoch)
  await tidy(cache, checkpoint, older.map(({ name }) => name), about.withoutOlder ? 0 : checkpointsKept - 1)
  return { checkpoint, isRebuilt: isMirrored && older.length === 0, isWhole: tailKeys.length <= maxTailKept }
}

/**
 * True when a checkpoint names a batch or a chunk that the log does not have: lost, or packed since; whoever unites them sees
 * which.
 */
function knowsMore(older: Checkpoint | undefined, { base, chunkKeys, tailKeys }: LogForMirror): boolean {
  if (older === undefined) return false
  const here = new Set([...tailKeys, ...chunkKeys.map(chunkName)])
  return older.chunks.some(name => !here.has(name)) || older.tail.some(([key]) => !here.has(key) && !isInBase(key, base))
}

interface LogForMirror {
  epoch: string
  isMirrored: boolean
  base?: BaseRecord
  chunkKeys: string[]
  missing: { key: string; batches: unknown }[]
  tailKeys: string[]
  tail: { key: string; events: Checkpoint['tail'][number][1] }[]
}

/** Everything a checkpoint needs, in one transaction; of the chunks only those that the mirror lacks. */
function readForMirror(store: UseStore, mirrored: ReadonlySet<string>): Promise<LogForMirror | undefined> {
  return store('readonly', async records => {
    const [storedMeta, storedBase, keys, tailKeys] = await Promise.all([
      ask<unknown>(records.get(metaKey)), ask<unknown>(records.get(baseKey)),
      ask(records.getAllKeys(chunkRange())) as Promise<string[]>, readTailKeys(records),
    ])
    const [meta, base] = [toMeta(storedMeta), toBase(storedBase)]
    if (meta === undefined) return undefined
    const [tail, ...chunks] = await Promise.all([
      readTail(records, tailKeys.slice(-maxTailKept)),
      ...keys.map(async key => {
        const chunk = mirrored.has(chunkName(key)) ? undefined : await ask<unknown>(records.get(key))
        return { key, chunk }
      }),
    ])
    const ours = chunks.filter(({ chunk }) => !isNewer(chunk))
    return {
      epoch: meta.epoch, isMirrored: meta.mirrored === true, tail, tailKeys, ...(base === undefined ? {} : { base }),
      chunkKeys: ours.map(({ key }) => key),
      missing: ours.flatMap(({ key, chunk }) => (chunk === undefined ? [] : { key, batches: toChunk(chunk)?.batches ?? [] })),
    }
  })
}

/** Notes in the log that a mirror was there: gone later, it was somebody else who deleted it. */
function noteMirrored(store: UseStore, epoch: string): Promise<void> {
  return store('readwrite', async records => {
    const meta = toMeta(await ask<unknown>(records.get(metaKey)))
    if (meta?.epoch === epoch) records.put({ ...meta, mirrored: true }, metaKey)
    await committed(records)
  })
}

/** Away with all but `keep` of the older checkpoints, and with chunks and bases that none of the kept names. */
async function tidy(cache: MirrorCache, newest: Checkpoint, older: string[], keep: number): Promise<void> {
  const named = new Set([checkpointName(newest.sequence, newest.epoch), newest.base, ...newest.chunks])
  const loose = (await cache.names()).filter(name => /^[bck]/.test(name) && !named.has(name))
  for (const name of older.slice(0, keep)) {
    named.add(name)
    // Read only where there is more to decide than which checkpoints go.
    if (loose.every(other => older.includes(other))) continue
    const { chunks, base } = await readCheckpoint(cache, name) ?? { chunks: [] }
    for (const part of [base, ...chunks]) named.add(part)
  }
  for (const name of loose) if (!named.has(name)) await cache.remove(name)
}
