import type { Batch } from './batch.ts'
import { listCheckpoints, readCheckpoint, type Checkpoint } from './checkpoint.ts'
import type { MirrorCache } from './mirrorCache.ts'
import { toBase, toBatch, toChunk, type BaseRecord } from './records.ts'

/** What a checkpoint and the entries that it names hold together. */
export interface MirroredLog {
  epoch: string
  base?: BaseRecord
  chunks: { key: string; batches: Batch[] }[]
  tail: Batch[]
}

/**
 * The newest log that the mirror holds whole; where none is whole, what is left of the newest. undefined when there is nothing.
 */
export async function readMirror(cache: MirrorCache): Promise<MirroredLog | undefined> {
  let partly: MirroredLog | undefined
  for (const { name } of listCheckpoints(await cache.names())) {
    const checkpoint = await readCheckpoint(cache, name)
    if (checkpoint === undefined) continue
    const { log, isWhole } = await readParts(cache, checkpoint)
    if (isWhole) return log
    partly ??= log
  }
  return partly
}

async function readParts(cache: MirrorCache, checkpoint: Checkpoint): Promise<{ log: MirroredLog; isWhole: boolean }> {
  const [base, ...chunks] = await Promise.all([
    checkpoint.base === undefined ? undefined : readBase(cache, checkpoint.base),
    ...checkpoint.chunks.map(async name => ({ key: name.slice(1), batches: toChunk(await cache.read(name))?.batches })),
  ])
  const found = chunks.flatMap(({ key, batches }) => (batches === undefined ? [] : { key, batches }))
  return {
    log: {
      epoch: checkpoint.epoch, chunks: found, tail: checkpoint.tail.flatMap(([key, events]) => toBatch(key, events) ?? []),
      ...(base === undefined ? {} : { base }),
    },
    isWhole: found.length === chunks.length && (base === undefined) === (checkpoint.base === undefined),
  }
}

async function readBase(cache: MirrorCache, name: string): Promise<BaseRecord | undefined> {
  const value = await cache.read(name) as { seen?: unknown } | null | undefined
  return toBase(Array.isArray(value?.seen) ? { ...value, seen: new Map(value.seen as [string, number][]) } : undefined)
}
