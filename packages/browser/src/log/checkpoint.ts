import type { Batch } from './batch.ts'
import type { MirrorCache } from './mirrorCache.ts'
import { recordVersion, type BaseRecord } from './records.ts'

/**
 * One whole copy of a log: the tail itself, and the names of the entries that hold the chunks and the base. Those never change,
 * so they are written once. `<sequence>.<epoch>` is in the entry's name, so that a look at the names tells which is the newest.
 */
export interface Checkpoint {
  v: number
  epoch: string
  sequence: number
  base?: string
  chunks: string[]
  tail: [key: string, events: Batch['events']][]
}

const nameShape = /^k(\d{1,15})\.(\w{1,40})$/

export function checkpointName(sequence: number, epoch: string): string {
  return `k${sequence}.${epoch}`
}

/** The checkpoints among an cache's entries, newest first. */
export function listCheckpoints(names: readonly string[]): { name: string; sequence: number; epoch: string }[] {
  return names.flatMap(name => {
    const parts = nameShape.exec(name)
    return parts === null ? [] : { name, sequence: Number(parts[1]), epoch: parts[2]! }
  }).sort((a, b) => b.sequence - a.sequence)
}

/** A checkpoint in our shape; undefined for a torn one, none, or a newer Shopside's. */
export async function readCheckpoint(cache: MirrorCache, name: string): Promise<Checkpoint | undefined> {
  const value = await cache.read(name) as Partial<Checkpoint> | null | undefined
  const whole = value?.v === recordVersion
    && typeof value.epoch === 'string' && Array.isArray(value.chunks) && Array.isArray(value.tail)
  return whole ? value as Checkpoint : undefined
}

/** Names of a log's entries beside its checkpoints. A chunk's key and a base's turn are never used twice in one stretch. */
export function chunkName(key: string): string {
  return `c${key}`
}

export function baseName(epoch: string, turn: number): string {
  return `b${turn}.${epoch}`
}

/** A base as JSON can hold it. */
export function baseEntry(base: BaseRecord): unknown {
  return { ...base, seen: [...base.seen] }
}
